import { and, eq, isNull, sql } from 'drizzle-orm'
import { sends, sessions } from '../../schema/people'
import { recoveryCodes, secondFactors } from '../../schema/second-factors'
import type { Send } from '../db/sends'
import type { Db } from '../db/types'
import { isLive } from './staff-queries'

export async function findFactor(db: Db, personId: string) {
  const [row] = await db.select().from(secondFactors).where(eq(secondFactors.personId, personId))
  return row
}

export async function countCodes(db: Db, personId: string) {
  return db.$count(recoveryCodes, and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)))
}

export async function findFactorAt(db: Db, tokenHash: string) {
  const [row] = await db.select({ factorAt: sessions.factorAt }).from(sessions).where(eq(sessions.tokenHash, tokenHash))
  return row?.factorAt ?? null
}

type Sealed = { readonly alg: string; readonly keyId: string; readonly sealed: string }

/** False where one is confirmed already. */
export async function recordFactorStart(db: Db, personId: string, sealed: Sealed, at: Date) {
  const rows = await db
    .insert(secondFactors)
    .values({ personId, ...sealed, lastStep: 0, startedAt: at })
    .onConflictDoUpdate({
      target: secondFactors.personId,
      set: { ...sealed, lastStep: 0, startedAt: at },
      setWhere: isNull(secondFactors.confirmedAt),
    })
    .returning({ personId: secondFactors.personId })
  return rows.length > 0
}

type Proof = { readonly personId: string; readonly tokenHash: string; readonly at: Date }
const rowsOf = (result: unknown) => (result as { rows: unknown[] }).rows.length

/** The first code: the factor counts from here, its recovery codes are made, this session has shown it. One of two at once wins. */
export const recordConfirmed = async (
  db: Db,
  { personId, tokenHash, at }: Proof,
  step: number,
  hashes: readonly string[],
) =>
  rowsOf(
    await db.execute(sql`with done as (
      update ${secondFactors} set confirmed_at = ${at.toISOString()}::timestamptz, last_step = ${step}
      where person_id = ${personId} and confirmed_at is null and last_step < ${step} returning person_id
    ), old as (delete from ${recoveryCodes} where person_id in (select person_id from done) returning 1),
    made as (insert into ${recoveryCodes} (code_hash, person_id)
      select h, person_id from done, jsonb_array_elements_text(${JSON.stringify(hashes)}::jsonb) as h returning 1),
    seen as (update ${sessions} set factor_at = ${at.toISOString()}::timestamptz
      where token_hash = ${tokenHash} and person_id in (select person_id from done) returning 1)
    select 1 from done`),
  ) > 0

/** A code is used up by the statement that believes it. */
export const recordShown = async (
  db: Db,
  { personId, tokenHash, at }: Proof,
  used: { step: number } | { hash: string },
) => {
  const moment = sql`${at.toISOString()}::timestamptz`
  const done =
    'step' in used
      ? sql`update ${secondFactors} set last_step = ${used.step} where person_id = ${personId}
          and confirmed_at is not null and last_step < ${used.step} returning person_id`
      : sql`update ${recoveryCodes} set used_at = ${moment} where person_id = ${personId}
          and code_hash = ${used.hash} and used_at is null returning person_id`
  return (
    rowsOf(
      await db.execute(sql`with done as (${done}), seen as (update ${sessions} set factor_at = ${moment}
        where token_hash = ${tokenHash} and person_id in (select person_id from done) returning 1)
        select 1 from done`),
    ) > 0
  )
}

/** Takes it away; by an administrator with the row of the send, and every session of theirs ends. */
export const recordFactorEnd = async (db: Db, personId: string, by: { send: Send; at: Date } | null) => {
  const more = by
    ? sql`, out as (update ${sessions} set ended_at = ${by.at.toISOString()}::timestamptz
        where person_id in (select person_id from gone) and ${isLive(by.at)} returning 1),
      sent as (insert into ${sends} (person_id, key, op, body_hash, subject_id, at, address, request_id)
        select ${by.send.personId}::text, ${by.send.key}::text, ${by.send.op}::text, ${by.send.bodyHash}::text, person_id,
          ${by.at.toISOString()}::timestamptz, ${by.send.address ?? ''}::text, ${by.send.requestId ?? ''}::text from gone returning 1)`
    : sql``
  return (
    rowsOf(
      await db.execute(sql`with gone as (delete from ${secondFactors} where person_id = ${personId} returning person_id),
        codes as (delete from ${recoveryCodes} where person_id = ${personId} returning 1)${more} select 1 from gone`),
    ) > 0
  )
}

/** For the query that knows who asks. */
export const isFactorSet = sql<boolean>`exists (select 1 from ${secondFactors} f
  where f.person_id = ${sql.raw('"people"."id"')} and f.confirmed_at is not null)`
