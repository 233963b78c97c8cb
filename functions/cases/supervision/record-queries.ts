import { and, eq, sql } from 'drizzle-orm'
import {
  supervisionEvents,
  supervisionNumbers,
  supervisionPhotos,
  supervisions,
} from '../../../schema/cases/supervision'
import type { IssueDecision, SupervisionDecision } from '../../../shared/cases/supervision'
import { shanghai } from '../../../shared/kit/time'
import { intoAll } from '../../db/into'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

type Entry = { readonly eventId: string; readonly byZh: string; readonly send: Send | null }

/** Number, entry, journal row and the sender's key in one statement: what is refused takes no number with it. */
export async function recordIssue(db: Db, id: string, decision: IssueDecision, { eventId, byZh, send }: Entry) {
  const { caseId, cycle, unitId, ask, by, at, dueAt } = decision
  const { year } = shanghai(at)
  const counted = db.$with('counted').as(
    db
      .insert(supervisionNumbers)
      .values({ year, last: 1 })
      .onConflictDoUpdate({ target: supervisionNumbers.year, set: { last: sql`${supervisionNumbers.last} + 1` } })
      .returning({ last: supervisionNumbers.last }),
  )
  const row = {
    ...{ id, year, caseId, cycle, unitId, dueAt, colour: ask.colour, level: ask.level, version: 0 },
    serial: sql`(select last from counted)`,
    number: sql`'督〔' || ${String(year)}::text || '〕' || (select last from counted) || '号'`,
    ...{ state: 'issued' as const, issuedBy: by, issuedAt: at, listedAt: ask.isListed ? at : null },
  }
  const made = db.$with('made').as(db.insert(supervisions).values(row).returning({ id: supervisions.id }))
  const event = { id: eventId, supervisionId: id, version: 0, kind: 'issue' as const, by, byZh, note: ask.note, at }
  const noted = db.$with('noted').as(
    db
      .insert(supervisionEvents)
      .select(db.select(intoAll(supervisionEvents, event)).from(made))
      .returning({ id: supervisionEvents.id }),
  )
  const sent = send ? [sendFrom(db, send, id, at, made)] : []
  await db
    .with(counted, made, noted, ...sent)
    .select()
    .from(made)
}

/** Undefined means somebody else was quicker. */
export async function recordMove(db: Db, { was, changes, ask, by, at }: SupervisionDecision, entry: Entry) {
  const unmoved = and(eq(supervisions.id, was.id), eq(supervisions.version, was.version))
  const moved = db
    .$with('moved')
    .as(db.update(supervisions).set(changes).where(unmoved).returning({ id: supervisions.id }))
  const { eventId, byZh, send } = entry
  const event = { id: eventId, supervisionId: was.id, version: changes.version, kind: ask.move, by, byZh, at }
  const noted = db.$with('noted').as(
    db
      .insert(supervisionEvents)
      .select(db.select(intoAll(supervisionEvents, { ...event, note: ask.note })).from(moved))
      .returning({ id: supervisionEvents.id }),
  )
  const sent = send ? [sendFrom(db, send, was.id, at, moved)] : []
  const [row] = await db
    .with(moved, noted, ...photosFrom(db, ask.photos, eventId), ...sent)
    .select()
    .from(moved)
  return row
}

function photosFrom(db: Db, ids: readonly string[], eventId: string) {
  if (ids.length === 0) return []
  const rows = ids.map((fileId, ordinal) => sql`(${fileId}::text, ${ordinal}::smallint)`)
  return [
    db.$with('shown', {}).as(sql`insert into ${supervisionPhotos} (file_id, event_id, ordinal)
      select v.file_id, ${eventId}::text, v.ordinal
      from (values ${sql.join(rows, sql`, `)}) as v(file_id, ordinal), moved`),
  ]
}
