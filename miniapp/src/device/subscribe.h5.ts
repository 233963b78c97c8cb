import type { AskMessages } from './subscribe'

/** A browser has no WeChat messages: the button is not there. */
export const askMessages: AskMessages | null = null
