import Taro from '@tarojs/taro'
import { createStore } from './store'

/** 关怀模式: one switch for every page, remembered by the phone. */
const NAME = 'elder'
const OFFERED = 'elder-offered'
/** From here on the phone's own text is set clearly larger than usual. */
const LARGE_TEXT = 1.2

const read = (name: string) => {
  try {
    return Taro.getStorageSync(name) === true
  } catch {
    return false
  }
}
const elder = createStore(read(NAME))

export const useElder = elder.use

export function setElder(on: boolean) {
  elder.set(on)
  Taro.setStorageSync(NAME, on)
  Taro.setStorageSync(OFFERED, true)
}

/** Once in a phone's life, and only where the person already asked the phone itself for larger text. */
export const shouldOfferElder = (fontSizeScaleFactor: number) =>
  fontSizeScaleFactor > LARGE_TEXT && !elder.get() && !read(OFFERED)
