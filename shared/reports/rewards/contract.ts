import * as z from 'zod'
import { endpoint } from '../../kit/endpoint'
import { idParams, key, moment, nothing, pageOf, pageQuery, someWords, words } from '../../kit/fields'
import { REWARD_RANKS } from './earn'
import { OFFICE_MOVES, PAYEE_WAYS, REWARD_STATES } from './moves'
import { RewardRuleView } from './rules-contract'

const OFFICE = ['reviewer', 'dispatcher', 'admin'] as const
/** What a person reads of a reward of theirs; never who else has one. */
export const MyReward = z.object({
  id: z.string(),
  caseId: z.string(),
  title: z.string(),
  rank: z.enum(REWARD_RANKS),
  state: z.enum(REWARD_STATES),
  fen: z.number().int(),
  points: z.number().int(),
  /** Why not, or what is waited for. */
  whyZh: z.string(),
  at: moment,
  mayObject: z.boolean(),
})
export type MyReward = z.infer<typeof MyReward>

const sums = z.object({ fen: z.number().int(), points: z.number().int() })
export const Payee = z.object({ way: z.enum(PAYEE_WAYS), name: z.string() })

export const GetMyRewards = endpoint({
  verb: 'GET',
  path: '/api/my-rewards',
  who: 'signed_in',
  zh: '我的奖励：得了多少、到哪一步、没有奖励的原因；可只看一件反映的',
  params: nothing,
  body: z.strictObject({ ...pageQuery, caseId: z.string().min(1).max(64).optional() }),
  reply: pageOf(MyReward).extend({
    /** On the way, kept back, received: by the ledger. */
    payable: sums,
    frozen: sums,
    paid: sums,
    payee: Payee.nullable(),
    /** What holds today. */
    rules: z.array(RewardRuleView.omit({ id: true, lineId: true, budgetFen: true, budgetPeriod: true, classes: true })),
  }),
})
export type MyRewards = z.infer<typeof GetMyRewards.reply>

export const SetRewardPayee = endpoint({
  verb: 'POST',
  path: '/api/my-rewards/payee',
  who: 'signed_in',
  zh: '登记收款人和领取方式，或只要积分；对还没发放的奖励生效',
  params: nothing,
  body: z.strictObject({ key, way: z.enum(PAYEE_WAYS, '请选择领取方式'), name: words('姓名', 20).default('') }),
  reply: Payee,
})

export const ObjectReward = endpoint({
  verb: 'POST',
  path: '/api/my-rewards/:id/objections',
  who: 'signed_in',
  zh: '对一件反映的奖励提出异议，一人一次；这件没发放的奖励先冻结，核实后答复',
  params: idParams,
  body: z.strictObject({ key, words: someWords('理由', 200) }),
  reply: MyReward,
})

export const RewardView = z.object({
  id: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  title: z.string(),
  categoryZh: z.string(),
  rank: z.enum(REWARD_RANKS),
  state: z.enum(REWARD_STATES),
  fen: z.number().int(),
  points: z.number().int(),
  personZh: z.string(),
  hasPayee: z.boolean(),
  ruleZh: z.string(),
  whyZh: z.string(),
  /** What people object, the newest first. */
  objections: z.array(z.string()),
  approvedByZh: z.string(),
  moves: z.array(z.enum(OFFICE_MOVES)),
  /** Approved by somebody else, and there is a payee. */
  mayPay: z.boolean(),
  at: moment,
})
export type RewardView = z.infer<typeof RewardView>

export const ListRewards = endpoint({
  verb: 'GET',
  path: '/api/rewards',
  who: OFFICE,
  zh: '奖励发放列表，先得的在前；只有自己能看的案件，举报人只显示隐去的称呼',
  params: nothing,
  body: z.strictObject({ ...pageQuery, state: z.enum(REWARD_STATES, '没有这个状态').default('earned') }),
  reply: pageOf(RewardView).extend({ counts: z.partialRecord(z.enum(REWARD_STATES), z.number().int()) }),
})

export const MoveReward = endpoint({
  verb: 'POST',
  path: '/api/rewards/:id/moves',
  who: OFFICE,
  zh: '批准、冻结、解冻、撤销一笔奖励；除批准外写明理由',
  params: idParams,
  body: z.strictObject({ key, move: z.enum(OFFICE_MOVES, '没有这一步'), note: words('理由', 200).default('') }),
  reply: RewardView,
})

export const PayoutView = z.object({
  id: z.string(),
  rows: z.number().int(),
  fen: z.number().int(),
  note: z.string(),
  byZh: z.string(),
  at: moment,
  /** How often the file was taken. */
  taken: z.number().int(),
})
export type PayoutView = z.infer<typeof PayoutView>

export const PayRewards = endpoint({
  verb: 'POST',
  path: '/api/reward-payouts',
  who: OFFICE,
  zh: '把批准过的奖励编成一份发放清单；批准的人不能发放，一笔奖励只进一份清单',
  params: nothing,
  body: z.strictObject({
    key,
    ids: z.array(z.string().min(1).max(64), '请选择奖励').min(1, '请选择奖励').max(500, '一份清单最多 500 笔'),
    note: someWords('说明', 100),
  }),
  reply: PayoutView,
  isSensitive: true,
})

export const ListRewardPayouts = endpoint({
  verb: 'GET',
  path: '/api/reward-payouts',
  who: OFFICE,
  zh: '发放清单，最新的在前',
  params: nothing,
  body: z.strictObject(pageQuery),
  reply: pageOf(PayoutView),
})

export const TakeRewardPayout = endpoint({
  verb: 'GET',
  path: '/api/reward-payouts/file',
  who: OFFICE,
  zh: '下载发放清单（CSV），只给编它的人和全县管理员，每次下载都登记',
  params: nothing,
  body: z.strictObject({ id: z.string('请选择清单').min(1, '请选择清单').max(64) }),
  reply: z.unknown(),
  gives: 'file',
  isSensitive: true,
})
