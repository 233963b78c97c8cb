/** 志愿积分: every posting goes from one account to another, so that all accounts together are nothing. Kept apart from report rewards. */
export const POINT_ACCOUNTS = ['issue', 'person', 'reserved', 'redeemed', 'expired'] as const
export type PointAccount = (typeof POINT_ACCOUNTS)[number]

/** Why it was posted. */
// biome-ignore format: a table reads by its columns
export const POINT_POSTINGS = {
  earn:    { zh: '服务得积分', from: 'issue',    to: 'person' },
  reverse: { zh: '时长更正扣回', from: 'person', to: 'issue' },
  reserve: { zh: '兑换预留',   from: 'person',   to: 'reserved' },
  cancel:  { zh: '取消退回',   from: 'reserved', to: 'person' },
  lapse:   { zh: '过期未领退回', from: 'reserved', to: 'person' },
  redeem:  { zh: '已领取',     from: 'reserved', to: 'redeemed' },
  expire:  { zh: '积分过期',   from: 'person',   to: 'expired' },
} as const satisfies Record<string, { zh: string; from: PointAccount; to: PointAccount }>
export type PointPosting = keyof typeof POINT_POSTINGS
export const POINT_POSTING_KINDS = Object.keys(POINT_POSTINGS) as [PointPosting, ...PointPosting[]]

export const EXCHANGE_STATES = ['reserved', 'redeemed', 'cancelled', 'lapsed'] as const
export type ExchangeState = (typeof EXCHANGE_STATES)[number]

export const EXCHANGE_STATE_ZH: Record<ExchangeState, string> = {
  reserved: '待领取',
  redeemed: '已领取',
  cancelled: '已取消',
  lapsed: '过期未领',
}
