import Taro from '@tarojs/taro'

export type Scan = () => Promise<string | null>

/** What a code says; null when the person went back without one. */
export const scan: Scan | null = async () => {
  try {
    return (await Taro.scanCode({ scanType: ['qrCode', 'barCode'] })).result
  } catch {
    return null
  }
}
