import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { moment, nothing, pageOf, pageQuery } from '../kit/fields'
import { SUSPEND_REASONS } from './states'

/** A case that waits, as anyone may read it: why by its class, until when, who has it; no person and no one's words. */
export const HoldRow = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  categoryZh: z.string(),
  addressZh: z.string(),
  gridZh: z.string(),
  unitZh: z.string(),
  reason: z.enum(SUSPEND_REASONS),
  /** YYYY-MM-DD in Shanghai: since when it waits. */
  since: z.string(),
  reviewAt: moment,
  /** The review date has come and the office has it on its list. */
  isDue: z.boolean(),
})
export type HoldRow = z.infer<typeof HoldRow>

export const ListHolds = endpoint({
  verb: 'GET',
  path: '/api/public/holds',
  who: 'anyone',
  zh: '挂账清单：哪些公开的案件在等、为什么、什么时候复查；不公开的只计件数',
  params: nothing,
  body: z.strictObject({ ...pageQuery, size: pageQuery.size.default(50) }),
  reply: pageOf(HoldRow).extend({ /** Null for one to four. */ hidden: z.number().int().nullable() }),
})
