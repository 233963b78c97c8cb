import Taro from '@tarojs/taro'

/** What of the window is not ours: the status bar, and WeChat's capsule at the right of the title line. */
export type Frame = { readonly statusPx: number; readonly titlePx: number; readonly capsulePx: number }

function read(): Frame {
  try {
    const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo()
    const capsule = Taro.getMenuButtonBoundingClientRect()
    const gap = Math.max(4, capsule.top - statusBarHeight)
    return { statusPx: statusBarHeight, titlePx: capsule.height + gap * 2, capsulePx: windowWidth - capsule.left + 8 }
  } catch {
    return { statusPx: 20, titlePx: 44, capsulePx: 96 }
  }
}

export const FRAME = read()

export function fontScale(): number {
  try {
    const { fontSizeScaleFactor = 1 } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number }
    return fontSizeScaleFactor
  } catch {
    return 1
  }
}
