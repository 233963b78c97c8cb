import { refuse } from '@shared/kit/refusal'
import { type SessionView, StartWechatSession } from '@shared/people/contract'
import Taro from '@tarojs/taro'
import { ask } from './ask'
import { Refused } from './refused'

/** Inside WeChat a person is signed in silently; nothing is asked of them. */
export async function signIn(): Promise<SessionView> {
  const { code } = await Taro.login().catch(() => ({ code: '' }))
  if (!code) throw new Refused(refuse('signed_out', '微信没有给出登录凭证，请稍后重试'))
  return ask(StartWechatSession, { params: {}, body: { code } }, '')
}
