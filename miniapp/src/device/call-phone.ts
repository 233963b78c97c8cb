import Taro from '@tarojs/taro'

/** Opens the dialler; the person still presses the green button. */
export const callPhone = (phoneNumber: string) => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
