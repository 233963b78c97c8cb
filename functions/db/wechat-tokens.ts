import { and, eq, gt } from 'drizzle-orm'
import { wechatTokens } from '../../schema/wechat'
import type { Db } from './types'

export async function findToken(db: Db, appid: string, now: Date) {
  const [row] = await db
    .select({ sealed: wechatTokens.sealed })
    .from(wechatTokens)
    .where(and(eq(wechatTokens.appid, appid), gt(wechatTokens.expiresAt, now)))
  return row?.sealed
}

/** The latest wins: WeChat gives every server the same one. */
export const keepToken = (db: Db, { appid, ...token }: typeof wechatTokens.$inferInsert) =>
  db
    .insert(wechatTokens)
    .values({ appid, ...token })
    .onConflictDoUpdate({ target: wechatTokens.appid, set: token })
