import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { key, moment, nothing, someWords } from '../kit/fields'
import { CONSENT_KINDS } from './consents'

const kind = z.enum(CONSENT_KINDS, '没有这一项同意')
const version = z.number('请看过文本再同意').int().min(1)

export const ConsentView = z.object({
  kind,
  zh: z.string(),
  version: z.number().int(),
  text: z.string(),
  withoutZh: z.string(),
  isGiven: z.boolean(),
  /** Asked about this very version, whatever the answer was. */
  isAnswered: z.boolean(),
  at: moment.nullable(),
})
export type ConsentView = z.infer<typeof ConsentView>

const reply = z.object({ items: z.array(ConsentView) })

export const GetMyConsents = endpoint({
  verb: 'GET',
  path: '/api/me/consents',
  who: 'signed_in',
  zh: '我的同意：隐私政策、精确位置、手机号、公开，各是哪个版本、有没有同意',
  params: nothing,
  body: nothing,
  reply,
})

export const GiveMyConsent = endpoint({
  verb: 'POST',
  path: '/api/me/consents',
  who: 'signed_in',
  zh: '同意一项；要写明看过的版本，文本更新过就要重新看',
  params: nothing,
  body: z.strictObject({ key, kind, version }),
  reply,
})

export const WithdrawMyConsent = endpoint({
  verb: 'POST',
  path: '/api/me/consents/end',
  who: 'signed_in',
  zh: '不同意或撤回一项：手机号立即删除，公开的反映立即撤下',
  params: nothing,
  body: z.strictObject({ key, kind }),
  reply,
})

export const ConsentText = z.object({
  kind,
  zh: z.string(),
  version: z.number().int(),
  text: z.string(),
  /** How many people's consent holds for this very version. */
  given: z.number().int(),
})
export type ConsentText = z.infer<typeof ConsentText>

export const ListConsentTexts = endpoint({
  verb: 'GET',
  path: '/api/consent-texts',
  who: ['admin'],
  zh: '同意书现行文本和版本',
  params: nothing,
  body: nothing,
  reply: z.object({ items: z.array(ConsentText) }),
})

export const PublishConsentText = endpoint({
  verb: 'POST',
  path: '/api/consent-texts',
  who: ['admin'],
  zh: '发布同意书的新版本：旧版本保留，所有人下次用到时重新征求同意',
  params: nothing,
  body: z.strictObject({ key, kind, version, text: someWords('文本', 2000) }),
  reply: ListConsentTexts.reply,
  isSensitive: true,
})
