import Taro from '@tarojs/taro'

export type Query = Readonly<Record<string, string | number>>

const urlOf = (path: string, query: Query = {}) => {
  const given = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return given.length === 0 ? path : `${path}?${given.join('&')}`
}

export const TABS = [
  { path: '/pages/home/index', zh: '首页', icon: 'home' },
  { path: '/pages/cases/nearby', zh: '周边', icon: 'map-2' },
  { path: '/pages/volunteering/list', zh: '志愿', icon: 'heart-handshake' },
  { path: '/pages/people/me', zh: '我的', icon: 'user' },
] as const
export type Tab = (typeof TABS)[number]['zh']

export const go = (path: string, query?: Query) => {
  const tab = TABS.find((one) => one.path === path)
  void (tab ? Taro.switchTab({ url: path }) : Taro.navigateTo({ url: urlOf(path, query) }))
}

/** In place of this page, so that 返回 does not lead back into a finished form. */
export const goInstead = (path: string, query?: Query) => void Taro.redirectTo({ url: urlOf(path, query) })

/** Back, or home where a link from outside opened this page. */
export const goBack = () => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: TABS[0].path })
}

/** A page to send to somebody: inside WeChat its own path, in a browser the whole address. */
export const linkTo = (path: string) => (process.env.TARO_ENV === 'h5' ? window.location.origin + path : path)
