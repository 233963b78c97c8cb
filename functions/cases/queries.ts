import { and, eq, inArray, sql } from 'drizzle-orm'
import { caseFollowers, caseRatings } from '../../schema/cases/crowd'
import { caseEvents, casePhotos, cases } from '../../schema/cases/ledger'
import { units } from '../../schema/grids'
import type { Decision } from '../../shared/cases/decide'
import { intoAll } from '../db/into'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'

export type Entry = {
  readonly eventId: string
  readonly send: Send | null
  readonly byZh: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly photoKind: 'before' | 'after' | 'check' | 'more'
}

/**
 * Case, journal row, photos and the sender's key in one statement: one round trip, atomic on any driver.
 * Undefined means somebody else moved the case first.
 */
export async function recordTransition(db: Db, decision: Decision, entry: Entry) {
  const { was, is, changes, ask, by, at } = decision
  const unmoved = and(eq(cases.id, was.id), eq(cases.version, was.version))
  const moved = db.$with('moved').as(
    db
      .update(cases)
      .set({ ...changes, ...besides(decision) })
      .where(unmoved)
      .returning({ id: cases.id }),
  )
  const event = {
    id: entry.eventId,
    caseId: was.id,
    version: is.version,
    kind: ask.move,
    was: was.state,
    is: is.state,
    by,
    byZh: entry.byZh,
    note: ask.note,
    payload: entry.payload,
    at,
  }
  const noted = db.$with('noted').as(
    db
      .insert(caseEvents)
      .select(db.select(intoAll(caseEvents, event)).from(moved))
      .returning({ id: caseEvents.id }),
  )
  const shown = photosFrom(db, ask.photos, was.id, entry)
  const sent = entry.send ? [sendFrom(db, entry.send, was.id, at, moved)] : []
  const merged = ask.move === 'merge' ? mergeInto(db, was.id, is.masterId ?? '') : []
  const unmerged = ask.move === 'unmerge' ? unmergeFrom(db, was.id, was.masterId ?? '') : []
  const [row] = await db
    .with(moved, noted, ...shown, ...sent, ...merged, ...unmerged)
    .select()
    .from(moved)
  return row
}

/** What the rule leaves to the row itself. */
const besides = ({ ask, changes }: Decision) => ({
  ...(ask.rejectReason ? { rejectReason: ask.rejectReason } : {}),
  ...(ask.suspendReason ? { suspendReason: ask.suspendReason } : {}),
  ...(ask.move === 'transfer' ? { target: ask.target, externalNumber: ask.externalNumber } : {}),
  // The reporter may have said no since the case was read.
  ...(changes.isPublic ? { isPublic: sql<boolean>`not ${cases.isWithheld}` } : {}),
})

/** The photos of an event in their order; a photo that another event holds already undoes the whole statement. */
function photosFrom(db: Db, ids: readonly string[], caseId: string, { eventId, photoKind }: Entry) {
  if (ids.length === 0) return []
  const rows = ids.map((fileId, ordinal) => sql`(${fileId}::text, ${ordinal}::smallint)`)
  return [
    db.$with('shown', {}).as(sql`insert into ${casePhotos} (file_id, case_id, event_id, kind, ordinal)
      select v.file_id, ${caseId}::text, ${eventId}::text, ${photoKind}::text, v.ordinal
      from (values ${sql.join(rows, sql`, `)}) as v(file_id, ordinal), moved`),
  ]
}

/** 并案: those who follow the merged case follow the master too, each counted once and ranked by the hour they came forward. */
function mergeInto(db: Db, caseId: string, masterId: string) {
  const came = db.$with('came', {}).as(sql`insert into ${caseFollowers} (case_id, person_id, relation, via_case_id, at)
    select ${masterId}::text, f.person_id, 'follower', ${caseId}::text, f.at
    from ${caseFollowers} f, moved where f.case_id = ${caseId} on conflict do nothing returning person_id`)
  const counted = db.$with('counted', {}).as(sql`update ${cases} set followers = followers + (select count(*) from came)
    where id = ${masterId} and exists (select 1 from moved)`)
  return [came, counted]
}

function unmergeFrom(db: Db, caseId: string, masterId: string) {
  const went = db.$with('went', {}).as(sql`delete from ${caseFollowers} using moved
    where case_id = ${masterId} and via_case_id = ${caseId} returning person_id`)
  const counted = db.$with('counted', {}).as(sql`update ${cases} set followers = followers - (select count(*) from went)
    where id = ${masterId} and exists (select 1 from moved)`)
  return [went, counted]
}

/** What a merge must know of the case to merge into, and whether others were merged into this one. */
export async function findMergeFacts(db: Db, masterId: string, caseId: string) {
  const [row] = await db
    .select({
      number: cases.number,
      state: cases.state,
      masterId: cases.masterId,
      hasChildren: sql<boolean>`exists (select 1 from ${cases} c where c.master_id = ${caseId})`,
    })
    .from(cases)
    .where(eq(cases.id, masterId))
  return row
}

export type NewRating = {
  caseId: string
  cycle: number
  personId: string
  score: number
  tags: readonly string[]
  words: string
  at: Date
}

export async function recordRating(db: Db, send: Send, rating: NewRating) {
  const rated = db.$with('rated').as(db.insert(caseRatings).values(rating).returning({ id: caseRatings.caseId }))
  await db
    .with(rated, sendFrom(db, send, rating.caseId, rating.at, rated))
    .select()
    .from(rated)
}

/** The names of these units by their ids; no ids, no statement. */
export async function listUnitNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(inArray(units.id, [...ids]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
