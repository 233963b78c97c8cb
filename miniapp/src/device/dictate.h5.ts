import type { Dictate } from './dictate'

type Said = { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }> }
type Ear = {
  lang: string
  continuous: boolean
  interimResults: boolean
  onresult: ((said: Said & { readonly resultIndex: number }) => void) | null
  onerror: ((failure: { readonly error: string }) => void) | null
  onend: (() => void) | null
  start: () => void
  stop: () => void
}
type Ears = { readonly SpeechRecognition?: new () => Ear; readonly webkitSpeechRecognition?: new () => Ear }

const WHY: Readonly<Record<string, string>> = {
  'not-allowed': '没有麦克风权限，请在浏览器里允许后再试',
  'service-not-allowed': '这个浏览器不让用语音识别，请打字',
  'audio-capture': '没有找到麦克风，请打字',
  'no-speech': '没有听到，请再说一次',
  network: '语音识别连不上，请打字',
}

const { SpeechRecognition, webkitSpeechRecognition } = window as Ears
const Listener = SpeechRecognition ?? webkitSpeechRecognition

/** Null in a browser that cannot listen. */
export const dictate: Dictate | null = Listener ? (onText, onEnd) => listen(new Listener(), onText, onEnd) : null

function listen(ear: Ear, onText: (text: string) => void, onEnd: (zh: string) => void) {
  let why = ''
  ear.lang = 'zh-CN'
  ear.continuous = true
  ear.interimResults = false
  ear.onresult = ({ results, resultIndex }) => {
    for (const heard of Array.from(results).slice(resultIndex)) if (heard.isFinal) onText(heard[0]?.transcript ?? '')
  }
  ear.onerror = ({ error }) => {
    why = error === 'aborted' ? '' : (WHY[error] ?? '没有听清，请再说一次或打字')
  }
  ear.onend = () => onEnd(why)
  ear.start()
  return () => ear.stop()
}
