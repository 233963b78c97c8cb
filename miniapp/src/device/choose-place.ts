import type { LngLat } from '@shared/kit/geo'
import Taro from '@tarojs/taro'
import { fromGcj, toGcj } from './gcj'

export type ChoosePlace = (from: LngLat | null) => Promise<LngLat | null>

/** WeChat's own map; null when the person went back without choosing. */
export const choosePlace: ChoosePlace | null = async (from) => {
  try {
    const { longitude, latitude } = await Taro.chooseLocation(from ? toGcj(from) : {})
    return fromGcj(Number(longitude), Number(latitude))
  } catch {
    return null
  }
}
