export type FocusIn = (part: string, what?: string) => void

/** A phone has no focus to move: the finger goes there. */
export const focusIn: FocusIn = () => {}
export const focusWrong: FocusIn = () => {}
