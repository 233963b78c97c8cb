import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { key, nothing, words } from '../kit/fields'
import { STAFF } from './contract'
import { REJECT_REASONS } from './states'

/** 批量办理 takes at most so many cases: as many as a person can look over before it leaves. */
export const BULK_MAX = 200

/** Moves whose form is the same for every case. */
export const BULK_MOVES = ['file', 'dispatch', 'ask_more', 'reject', 'merge', 'transfer'] as const
export type BulkMove = (typeof BULK_MOVES)[number]

/** What became of one case, or would: `zh` says why not. */
export const BulkLine = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  isOk: z.boolean(),
  zh: z.string(),
})
export type BulkLine = z.infer<typeof BulkLine>

const ask = {
  cases: z
    .array(z.strictObject({ id: z.string().min(1).max(64), version: z.number().int().min(0) }))
    .min(1, '请先选案件')
    .max(BULK_MAX, `一次最多 ${BULK_MAX} 件`),
  move: z.enum(BULK_MOVES, '这一步不能批量办理'),
  note: words('说明', 500).default(''),
  conditions: z.array(z.string().max(100)).max(10).default([]),
  unitId: z.string().max(64).nullable().default(null),
  masterId: z.string().max(64).nullable().default(null),
  rejectReason: z.enum(REJECT_REASONS).nullable().default(null),
  target: words('转到哪里', 60).default(''),
}
const Lines = z.object({ items: z.array(BulkLine) })

export const PreviewBulk = endpoint({
  verb: 'POST',
  path: '/api/case-bulks/previews',
  who: STAFF,
  zh: '批量办理之前看一遍：每件能不能办，不能的说明原因；什么也不改',
  params: nothing,
  body: z.strictObject(ask),
  reply: Lines,
})

export const TransitionCases = endpoint({
  verb: 'POST',
  path: '/api/case-bulks',
  who: STAFF,
  zh: '批量办理：每件各自裁决、各自留痕；一件办不成不影响别的',
  params: nothing,
  body: z.strictObject({ key, ...ask }),
  reply: Lines,
})
