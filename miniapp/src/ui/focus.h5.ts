import type { FocusIn } from './focus'

const HANDS = 'input, textarea, select, button:not([disabled])'
const inSight = (selector: string) =>
  [...document.querySelectorAll<HTMLElement>(selector)].find((one) => one.getClientRects().length > 0)

/** Pages that were left stay in the document: the part that is in sight is meant. */
export const focusIn: FocusIn = (part, what = HANDS) => inSight(part)?.querySelector<HTMLElement>(what)?.focus()

/** To the first input something is wrong with. */
export const focusWrong: FocusIn = (part) =>
  inSight(`${part} .form-wrong`)?.closest('.form-row')?.querySelector<HTMLElement>(HANDS)?.focus()
