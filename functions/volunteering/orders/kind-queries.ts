import { and, asc, eq, sql } from 'drizzle-orm'
import { serviceOrderClocks, serviceOrderKinds } from '../../../schema/volunteering/orders'
import type { OrderKind } from '../../../shared/volunteering/orders/kinds'
import { type Change, changeFrom } from '../../db/changes'
import { brokenConstraint } from '../../db/errors'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

export const isKindNamed = (err: unknown) => brokenConstraint(err, 'service_order_kinds_zh_key')

export const listClocks = (db: Db) => db.select().from(serviceOrderClocks)

export const listKinds = (db: Db) =>
  db.select().from(serviceOrderKinds).orderBy(asc(serviceOrderKinds.seq), asc(serviceOrderKinds.code))
export type KindRow = Awaited<ReturnType<typeof listKinds>>[number]

const columnsOf = ({ zh, isOn, hours }: OrderKind) => ({
  ...{ zh, isOn, triageHours: hours.triage, takeHours: hours.take, agreeHours: hours.agree, rateHours: hours.rate },
})

/** Behind the others and before 其他, which stands last. */
export async function recordKind(db: Db, kind: OrderKind, change: Change, send: Send) {
  const seq = sql<number>`(select coalesce(max(k.seq) filter (where k.seq < 99), 0) + 1 from service_order_kinds k)`
  const made = db.$with('made').as(
    db
      .insert(serviceOrderKinds)
      .values({ code: kind.code, ...columnsOf(kind), seq })
      .returning({ code: serviceOrderKinds.code }),
  )
  await db
    .with(made, changeFrom(db, change, made), sendFrom(db, send, kind.code, change.at, made))
    .select()
    .from(made)
}

/** Undefined: somebody changed it in between. Orders keep the name they were filed under. */
export async function recordKindChange(db: Db, kind: OrderKind, version: number, change: Change, send: Send) {
  const changed = db.$with('changed').as(
    db
      .update(serviceOrderKinds)
      .set({ ...columnsOf(kind), version: version + 1 })
      .where(and(eq(serviceOrderKinds.code, kind.code), eq(serviceOrderKinds.version, version)))
      .returning({ code: serviceOrderKinds.code }),
  )
  const [row] = await db
    .with(changed, changeFrom(db, change, changed), sendFrom(db, send, kind.code, change.at, changed))
    .select()
    .from(changed)
  return row
}
