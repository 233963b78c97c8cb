import type { Scan } from './scan'

/** A browser does not scan: the page asks for the number that is printed under the code. */
export const scan: Scan | null = null
