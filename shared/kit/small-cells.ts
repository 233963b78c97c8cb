/** Fewer than this are not told to the public: they could be somebody. */
export const SMALL_CELL = 5

/** A count for everybody: none is told, a few are not. */
export const publicCount = (n: number) => (n > 0 && n < SMALL_CELL ? null : n)
