import type { Speak } from './speak'

/** The browser's own voice, a little slower than it would talk. */
const RATE = 0.9

export const speak: Speak | null = 'speechSynthesis' in window ? { say, stop } : null

function say(zh: string, onEnd: () => void) {
  const words = new SpeechSynthesisUtterance(zh)
  words.lang = 'zh-CN'
  words.rate = RATE
  words.onend = onEnd
  words.onerror = onEnd
  window.speechSynthesis.cancel()
  window.speechSynthesis.speak(words)
}

function stop() {
  window.speechSynthesis.cancel()
}
