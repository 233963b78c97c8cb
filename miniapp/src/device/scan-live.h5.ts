import type { ScanLive } from './scan-live'

/** A browser does not scan: the digits under the code are typed. */
export const scanLive: ScanLive | null = null
