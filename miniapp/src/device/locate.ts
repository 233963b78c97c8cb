import type { LngLat } from '@shared/kit/geo'
import Taro from '@tarojs/taro'
import { fromGcj } from './gcj'

export type Fix = LngLat & { readonly accuracyM: number | null }

/** Null when refused or unknown: the person then points at the map. */
export async function locate(): Promise<Fix | null> {
  try {
    const { longitude, latitude, accuracy } = await Taro.getLocation({ type: 'gcj02', isHighAccuracy: true })
    return { ...fromGcj(longitude, latitude), accuracyM: accuracy > 0 ? accuracy : null }
  } catch {
    return null
  }
}
