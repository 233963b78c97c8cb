import type { RefusalCode } from '../../../shared/kit/refusal'
import { fail } from '../../http/refused'
import type { MessageSent } from '../../http/wechat-types'
import { WechatError } from './wire'

const AWAY = ['unavailable', '微信暂时没有回应，请稍后再试'] as const
const STALE = ['signed_out', '登录凭证已失效，请重新进入小程序'] as const

/** What a person is told of a code of WeChat; all others are WeChat being away. */
const REFUSED: Readonly<Record<number, readonly [RefusalCode, string]>> = {
  40029: STALE,
  40163: STALE,
  40226: ['forbidden', '微信提示这个账号有风险，暂时不能登录'],
  40169: ['invalid', '二维码参数太长'],
  41030: ['unavailable', '小程序还没有发布这个页面'],
  45009: ['unavailable', '今天调用微信的次数已用完，请明天再试'],
  45011: ['too_many', '操作太频繁，请一分钟后再试'],
}

export function refused(err: unknown): never {
  if (!(err instanceof WechatError)) throw err
  return fail(...(REFUSED[err.errcode ?? 0] ?? AWAY))
}

/** 43101 is normal life; what the template or the openid makes wrong stays wrong; all else may pass. */
export const MESSAGE_ERRORS: Readonly<Record<number, MessageSent['sent']>> = {
  43101: 'gone',
  43108: 'busy',
  40003: 'bad',
  40037: 'bad',
  41030: 'bad',
  45168: 'bad',
  47003: 'bad',
}
