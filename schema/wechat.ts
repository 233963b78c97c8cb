import { index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** 微信接口凭证: one row an app, sealed with a key of the house's secret. */
export const wechatTokens = pgTable('wechat_tokens', {
  appid: text().primaryKey(),
  alg: text().notNull(),
  sealed: text().notNull(),
  expiresAt: timestamp({ withTimezone: true }).notNull(),
})

/** 微信推送: every event once, by its trace or its sender and second; what it said of a picture. */
export const wechatPushes = pgTable(
  'wechat_pushes',
  {
    id: text().primaryKey(),
    event: text().notNull(),
    /** pass, review, risky, or unreachable; null for events that are no check. */
    said: text({ enum: ['pass', 'review', 'risky', 'unreachable'] }),
    label: integer(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index('wechat_pushes_at_idx').on(t.at)],
)
