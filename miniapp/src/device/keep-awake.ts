import Taro from '@tarojs/taro'

/** A board that others read must not go dark. */
export function keepAwake(on: boolean) {
  void Taro.setKeepScreenOn({ keepScreenOn: on }).catch(() => undefined)
}
