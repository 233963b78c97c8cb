import Taro from '@tarojs/taro'

/** Photos as large as the screen, to swipe between. */
export function preview(urls: readonly string[], at: number) {
  void Taro.previewImage({ urls: [...urls], current: urls[at] ?? '' }).catch(() => undefined)
}
