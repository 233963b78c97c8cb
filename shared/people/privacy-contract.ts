import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { key, moment, nothing, someWords } from '../kit/fields'

/** Days to think before an account is closed for good; 个人信息保护法第五十条 asks for a convenient way, not for a trap. */
export const CLOSING_DAYS = 15
/** What a closed account is called from then on. */
export const CLOSED_NAME = '已注销用户'

/** Longer than any name, shorter than a message. */
const NAME_MAX = 20

export const PrivacyView = z.object({
  name: z.string(),
  /** Null while nothing was asked. */
  closing: z.object({ askedAt: moment, dueAt: moment }).nullable(),
})
export type PrivacyView = z.infer<typeof PrivacyView>

export const GetPrivacy = endpoint({
  verb: 'GET',
  path: '/api/me/privacy',
  who: 'signed_in',
  zh: '我的个人信息：称呼、有没有申请注销',
  params: nothing,
  body: nothing,
  reply: PrivacyView,
})

export const CorrectName = endpoint({
  verb: 'POST',
  path: '/api/me/name',
  who: 'signed_in',
  zh: '更正我的称呼；工作人员的姓名由管理员管理',
  params: nothing,
  body: z.strictObject({ key, name: someWords('称呼', NAME_MAX) }),
  reply: PrivacyView,
})

export const ExportMyData = endpoint({
  verb: 'GET',
  path: '/api/me/data',
  who: 'signed_in',
  zh: '导出我的数据：系统里所有写着我的记录，JSON；封存的内容只注明有，不解封',
  params: nothing,
  body: nothing,
  reply: z.unknown(),
  gives: 'file',
})

export const CloseAccount = endpoint({
  verb: 'POST',
  path: '/api/me/closing',
  who: 'signed_in',
  zh: `申请注销账号：${CLOSING_DAYS} 天后生效，期间可以取消；案件事实保留，和我不再有联系`,
  params: nothing,
  body: z.strictObject({ key }),
  reply: PrivacyView,
})

export const KeepAccount = endpoint({
  verb: 'POST',
  path: '/api/me/closing/end',
  who: 'signed_in',
  zh: '取消注销申请',
  params: nothing,
  body: z.strictObject({ key }),
  reply: PrivacyView,
})
