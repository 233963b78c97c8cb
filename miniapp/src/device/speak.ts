/** 读给我听: null where the phone cannot speak by itself. */
export type Speak = { readonly say: (zh: string, onEnd: () => void) => void; readonly stop: () => void }

export const speak: Speak | null = null
