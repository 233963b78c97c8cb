/** 语音输入: what was said arrives sentence by sentence; `onEnd` says why it ended, or nothing. Gives the way to stop. */
export type Dictate = (onText: (text: string) => void, onEnd: (zh: string) => void) => () => void

/** WeChat's keyboard listens by itself. */
export const dictate: Dictate | null = null
