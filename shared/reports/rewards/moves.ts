/** 奖励状态. `refused` earned nothing and says why; `reversed` was taken back. */
export const REWARD_STATES = ['earned', 'approved', 'paid', 'frozen', 'reversed', 'refused'] as const
export type RewardState = (typeof REWARD_STATES)[number]

/** What keeps a reward frozen: the case is open again, somebody objects, or the office looks into it. */
export const FREEZE_CAUSES = ['case', 'objection', 'office'] as const
export type FreezeCause = (typeof FREEZE_CAUSES)[number]

type Move = {
  readonly zh: string
  readonly from: readonly RewardState[]
  readonly to: RewardState
  /** `office` one member, `payer` another than the one who approved, `person` a reporter of the case, `clock` the house. */
  readonly by: 'office' | 'payer' | 'person' | 'clock'
  readonly needsNote?: true
  readonly freezes?: FreezeCause
}

/** 奖励流转. Who approved does not pay: the database holds it. A thawed reward is approved anew. */
// biome-ignore format: a table reads by its columns
export const REWARD_MOVES = {
  approve:  { zh: '批准',     from: ['earned'],                               to: 'approved', by: 'office' },
  pay:      { zh: '发放',     from: ['approved'],                             to: 'paid',     by: 'payer' },
  freeze:   { zh: '冻结',     from: ['earned', 'approved'],                   to: 'frozen',   by: 'office', needsNote: true, freezes: 'office' },
  object:   { zh: '提出异议', from: ['earned', 'approved'],                   to: 'frozen',   by: 'person', needsNote: true, freezes: 'objection' },
  halt:     { zh: '重办冻结', from: ['earned', 'approved'],                   to: 'frozen',   by: 'clock',  freezes: 'case' },
  resume:   { zh: '结案解冻', from: ['frozen'],                               to: 'earned',   by: 'clock' },
  unfreeze: { zh: '解冻',     from: ['frozen'],                               to: 'earned',   by: 'office', needsNote: true },
  reverse:  { zh: '撤销',     from: ['earned', 'approved', 'frozen', 'paid'], to: 'reversed', by: 'office', needsNote: true },
} as const satisfies Record<string, Move>
export type RewardMove = keyof typeof REWARD_MOVES
export const REWARD_EVENT_KINDS = ['earn', ...(Object.keys(REWARD_MOVES) as RewardMove[])] as [
  'earn' | RewardMove,
  ...RewardMove[],
]

export const rewardMove = (name: RewardMove): Move => REWARD_MOVES[name]

/** What one member of the office can do to one reward. */
export const OFFICE_MOVES = ['approve', 'freeze', 'unfreeze', 'reverse'] as const satisfies readonly RewardMove[]
export type OfficeMove = (typeof OFFICE_MOVES)[number]

export const openOfficeMoves = (state: RewardState) =>
  OFFICE_MOVES.filter((name) => rewardMove(name).from.includes(state))

/** 账户. Every posting moves an amount from one to another, so all of them together are always zero. */
export const REWARD_ACCOUNTS = ['budget', 'payable', 'frozen', 'paid'] as const
export type RewardAccount = (typeof REWARD_ACCOUNTS)[number]

/** Where the amount of a reward lies in each of its states. */
export const ACCOUNT_OF: Readonly<Record<RewardState, RewardAccount>> = {
  earned: 'payable',
  approved: 'payable',
  paid: 'paid',
  frozen: 'frozen',
  reversed: 'budget',
  refused: 'budget',
}

/** Fen and points never meet in one sum. */
export const REWARD_UNITS = ['fen', 'points'] as const

/** 领取方式: `points` takes no money at all. */
export const PAYEE_WAYS = ['wechat', 'counter', 'points'] as const
export type PayeeWay = (typeof PAYEE_WAYS)[number]
