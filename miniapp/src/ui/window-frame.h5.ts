import type { Frame } from './window-frame'

export const FRAME: Frame = { statusPx: 0, titlePx: 48, capsulePx: 16 }

/** A browser's larger text shows in the root's size; 16 px is the usual one. */
export const fontScale = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1
