import { and, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { invites, people, roleGrants } from '../../schema/people'
import { type Change, changeFrom } from '../db/changes'
import { intoAll } from '../db/into'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'
import { type Shorter, shortened } from './grant-queries'
import type { Reach } from './staff-queries'

const user = alias(people, 'used_by')

const select = (db: Db) =>
  db
    .select({
      id: invites.id,
      name: invites.name,
      role: invites.role,
      unitId: invites.unitId,
      gridId: invites.gridId,
      scopeZh: invites.scopeZh,
      at: invites.at,
      expiresAt: invites.expiresAt,
      usedAt: invites.usedAt,
      usedBy: invites.usedBy,
      endedAt: invites.endedAt,
      by: invites.by,
      byName: people.name,
      usedByName: user.name,
    })
    .from(invites)
    .innerJoin(people, eq(people.id, invites.by))
    .leftJoin(user, eq(user.id, invites.usedBy))

export type FoundInvite = Awaited<ReturnType<typeof select>>[number]

export async function findInvite(db: Db, id: string) {
  const [row] = await select(db).where(eq(invites.id, id))
  return row
}

export async function findInviteByToken(db: Db, tokenHash: string) {
  const [row] = await select(db).where(eq(invites.tokenHash, tokenHash))
  return row
}

type Paging = {
  readonly after: { readonly at: string; readonly id: string } | null
  readonly size: number
  readonly reach: Reach
}

export const listInviteRows = (db: Db, { after, size, reach }: Paging) =>
  select(db)
    .where(
      and(
        reach ? inArray(invites.gridId, [...reach]) : undefined,
        after ? sql`(${invites.at}, ${invites.id}) < (${after.at}::timestamptz, ${after.id})` : undefined,
      ),
    )
    .orderBy(desc(invites.at), desc(invites.id))
    .limit(size + 1)

type NewInvite = Omit<typeof invites.$inferInsert, 'usedBy' | 'usedAt' | 'endedAt'>

export async function recordInvite(db: Db, send: Send, row: NewInvite, change: Change) {
  const made = db.$with('made').as(db.insert(invites).values(row).returning({ id: invites.id }))
  await db
    .with(made, changeFrom(db, change, made), sendFrom(db, send, row.id, row.at, made))
    .select()
    .from(made)
}

const open = (at: Date) => and(isNull(invites.usedAt), isNull(invites.endedAt), gt(invites.expiresAt, at))

export async function recordInviteEnd(db: Db, send: Send, id: string, change: Change) {
  const { at } = change
  const ended = db.$with('ended').as(
    db
      .update(invites)
      .set({ endedAt: at })
      .where(and(eq(invites.id, id), isNull(invites.usedAt), isNull(invites.endedAt)))
      .returning({ id: invites.id }),
  )
  const [row] = await db
    .with(ended, changeFrom(db, change, ended), sendFrom(db, send, id, at, ended))
    .select()
    .from(ended)
  return row
}

type Use = { readonly tokenHash: string; readonly grantId: string; readonly personId: string }

/**
 * The invite is used up, the role given and the name taken over by one statement: of any number who come at once the row
 * lets one through. Undefined means that somebody was faster.
 */
export async function recordInviteUse(
  db: Db,
  send: Send,
  use: Use,
  found: FoundInvite,
  change: Change,
  shorter: Shorter,
) {
  const { at } = change
  const { tokenHash, grantId, personId } = use
  const used = db.$with('used').as(
    db
      .update(invites)
      .set({ usedBy: personId, usedAt: at })
      .where(and(eq(invites.tokenHash, tokenHash), open(at)))
      .returning({ id: invites.id, name: invites.name }),
  )
  const { role, unitId, gridId, scopeZh, by } = found
  const grant = { id: grantId, personId, role, unitId, gridId, scopeZh, grantedAt: at, grantedBy: by }
  const given = db.$with('given').as(
    db
      .insert(roleGrants)
      .select(db.select(intoAll(roleGrants, { ...grant, endedAt: null, endedBy: null })).from(used))
      .returning({ id: roleGrants.id }),
  )
  const named = db.$with('named').as(
    db
      .update(people)
      .set({ name: sql`(select name from used)` })
      .where(and(eq(people.id, personId), eq(people.name, '微信用户'), sql`exists (select 1 from used)`))
      .returning({ id: people.id }),
  )
  const [row] = await db
    .with(
      used,
      given,
      named,
      shortened(db, personId, shorter),
      changeFrom(db, change, used),
      sendFrom(db, send, found.id, at, used),
    )
    .select()
    .from(used)
  return row
}
