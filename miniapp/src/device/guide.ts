import type { LngLat } from '@shared/kit/geo'
import Taro from '@tarojs/taro'
import { toGcj } from './gcj'

export type Spot = LngLat & { readonly name: string }

/** WeChat's own map with its ways to get there; false where the page has to show the place itself. */
export async function guideTo(spot: Spot): Promise<boolean> {
  try {
    await Taro.openLocation({ ...toGcj(spot), name: spot.name, address: spot.name, scale: 16 })
    return true
  } catch {
    return false
  }
}

/** Never needed inside WeChat, which has a map of its own. */
export const openMapLink = (_spot: Spot): void => undefined
