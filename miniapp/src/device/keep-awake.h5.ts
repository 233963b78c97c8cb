type Lock = { readonly release: () => Promise<void> }
type Locks = { readonly wakeLock?: { readonly request: (type: 'screen') => Promise<Lock> } }
let held: Promise<Lock | null> | null = null

/** Where a browser cannot, the screen dims as it always does. */
export function keepAwake(on: boolean) {
  const { wakeLock } = navigator as unknown as Locks
  if (!on) {
    void held?.then((lock) => lock?.release())
    held = null
    return
  }
  held ??= wakeLock ? wakeLock.request('screen').catch(() => null) : null
}
