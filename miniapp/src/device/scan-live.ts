import Taro from '@tarojs/taro'

export type ScanLive = () => Promise<string | null>

/** The code as it stands before the camera now: a picture from the album would be a code of yesterday. Null: went back. */
export const scanLive: ScanLive | null = async () => {
  try {
    return (await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })).result
  } catch {
    return null
  }
}
