export type Keys = Readonly<Record<string, () => void>>

/** A phone has no keyboard to command with. */
export const useKeys = (_keys: Keys) => {}
