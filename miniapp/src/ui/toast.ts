import { createStore } from './store'

export type ToastTone = 'plain' | 'ok' | 'danger'
export type Said = { readonly zh: string; readonly tone: ToastTone; readonly undo?: () => void }

/** Long enough to read twice; a sentence with a way back stays as long as the way is open. */
const STAYS_MS = 3_200
const said = createStore<Said | null>(null)
let timer: ReturnType<typeof setTimeout> | undefined

export function toast(zh: string, tone: ToastTone = 'plain', more: { undo?: () => void; staysMs?: number } = {}) {
  clearTimeout(timer)
  said.set({ zh, tone, ...(more.undo ? { undo: more.undo } : {}) })
  timer = setTimeout(() => said.set(null), more.staysMs ?? STAYS_MS)
}

export function hush() {
  clearTimeout(timer)
  said.set(null)
}

export const useToast = said.use
