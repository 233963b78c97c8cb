import Taro from '@tarojs/taro'

/** What the phone keeps between launches. A full or broken store is no reason to stop: the house then only forgets. */
export function recall<T>(name: string): T | null {
  try {
    const held: unknown = Taro.getStorageSync(name)
    return held === '' || held === undefined ? null : (held as T)
  } catch {
    return null
  }
}

export function remember(name: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(name, value)
    return true
  } catch {
    return false
  }
}

export function forget(name: string) {
  try {
    Taro.removeStorageSync(name)
  } catch {}
}
