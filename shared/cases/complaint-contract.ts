import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, moment, nothing, someWords, words } from '../kit/fields'

/** Why somebody says that a public item should not be public. */
export const COMPLAINT_REASONS = ['privacy', 'untrue', 'abuse', 'unlawful', 'other'] as const
export type ComplaintReason = (typeof COMPLAINT_REASONS)[number]
export const COMPLAINT_REASON_ZH: Record<ComplaintReason, string> = {
  privacy: '露出了我或别人的隐私',
  untrue: '内容不实',
  abuse: '辱骂、骚扰',
  unlawful: '违法违规',
  other: '其他',
}

export const COMPLAINT_DECISIONS = ['kept', 'taken_down'] as const

const reason = z.enum(COMPLAINT_REASONS, '请选择投诉的原因')

export const ComplainAboutCase = endpoint({
  verb: 'POST',
  path: '/api/public/cases/:id/complaints',
  who: 'signed_in',
  zh: '投诉一件公开的内容：每人每件一次，审核员处理',
  params: idParams,
  body: z.strictObject({ key, reason, words: words('说明', 300).default('') }),
  reply: z.object({ at: moment }),
})

export const ComplaintView = z.object({
  id: z.string(),
  caseId: z.string(),
  number: z.string(),
  title: z.string(),
  reason,
  words: z.string(),
  at: moment,
  decision: z.enum(COMPLAINT_DECISIONS).nullable(),
  note: z.string(),
  /** Nobody decides about what they complained of themselves. */
  mayDecide: z.boolean(),
})
export type ComplaintView = z.infer<typeof ComplaintView>

export const ListComplaints = endpoint({
  verb: 'GET',
  path: '/api/complaints',
  who: ['reviewer'],
  zh: '对公开内容的投诉：没处理的在前，最多一百条',
  params: nothing,
  body: nothing,
  reply: z.object({ items: z.array(ComplaintView).max(100) }),
})

export const DecideComplaint = endpoint({
  verb: 'POST',
  path: '/api/complaints/:id/decision',
  who: ['reviewer'],
  zh: '处理投诉：不改，或立即下架；下架的内容加密封存，告诉反映人',
  params: idParams,
  body: z.strictObject({ key, takesDown: z.boolean('请选择怎么处理'), note: someWords('理由', 200) }),
  reply: ComplaintView,
})
