import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod'
import type { WeChat } from '../http/deps'
import { fail } from '../http/refused'

const Reply = z.object({ openid: z.string().min(1).optional(), errcode: z.number().optional() })
const TIMEOUT_MS = 5_000
const BUSY = -1
const BLOCKED = 40_226

/** jscode2session of api.weixin.qq.com: a code lives five minutes and works once; the session key is read by nobody. */
export function wechatClient(appid: string, secret: string, base = 'https://api.weixin.qq.com'): WeChat {
  const exchange = async (code: string) => {
    const query = new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code' })
    const res = await fetch(`${base}/sns/jscode2session?${query}`, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    // The content type of this answer cannot be trusted: text first.
    return Reply.parse(JSON.parse(await res.text()))
  }
  return {
    openidOf: async (code) => {
      const first = await exchange(code).catch(away)
      const { openid, errcode } = first.errcode === BUSY ? await exchange(code).catch(away) : first
      if (openid) return openid
      if (errcode === BLOCKED) return fail('forbidden', '微信提示这个账号有风险，暂时不能登录')
      return errcode === BUSY ? away() : fail('signed_out', '登录凭证已失效，请重新进入小程序')
    },
  }
}

const away = () => fail('unavailable', '微信暂时没有回应，请稍后再试')

/** Stands in for WeChat where no app id is set: whoever brings a code is the person of that code. Never in production. */
export const demoWechat: WeChat = {
  openidOf: async (code) => `demo-${bytesToHex(sha256(utf8ToBytes(code))).slice(0, 24)}`,
}
