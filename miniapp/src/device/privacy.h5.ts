import type { PrivacyAsk } from './privacy'

/** A browser has no such contract. */
export function watchPrivacy(_onAsk: (ask: PrivacyAsk) => void) {}
