import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, someWords } from '../kit/fields'
import { KnownContact } from './contact'
import { TellingView } from './contract'

export const ReadContact = endpoint({
  verb: 'POST',
  path: '/api/reports/:id/contact-reads',
  who: ['reviewer'],
  isSensitive: true,
  zh: '查看一条反映封存的姓名、电话或邮箱：写明理由，每次都记录，每小时最多 20 次',
  params: idParams,
  body: z.strictObject({ key, reason: someWords('查看理由', 100).min(2, '理由请写清楚') }),
  reply: KnownContact,
})

export const HideTelling = endpoint({
  verb: 'POST',
  path: '/api/my-cases/:id/telling',
  who: 'signed_in',
  zh: '隐藏或恢复自己写的说明；审核员仍能看到',
  params: idParams,
  body: z.strictObject({ key, hidden: z.boolean('请选择隐藏还是恢复') }),
  reply: TellingView,
})
