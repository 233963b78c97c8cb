export function watchNetwork(onDown: () => void, onUp: () => void) {
  if (!navigator.onLine) onDown()
  window.addEventListener('offline', onDown)
  window.addEventListener('online', onUp)
}
