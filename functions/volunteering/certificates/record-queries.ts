import { and, eq, inArray, sql } from 'drizzle-orm'
import {
  certificateEvents,
  certificateNumbers,
  certificateRecords,
  certificates,
} from '../../../schema/volunteering/certificates'
import type { EvidenceClass } from '../../../shared/volunteering/attendance'
import type { CertificateDecision } from '../../../shared/volunteering/certificates/life'
import { intoAll, manyFrom } from '../../db/into'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

type Ask = {
  readonly id: string
  readonly eventId: string
  readonly personId: string
  readonly teamId: string
  readonly fromDay: string
  readonly toDay: string
  readonly supersedesId: string | null
  readonly at: Date
}

export async function recordRequest(db: Db, send: Send, { eventId, at, ...ask }: Ask) {
  const made = db.$with('made').as(
    db
      .insert(certificates)
      .values({ ...ask, state: 'requested', requestedAt: at })
      .returning({ id: certificates.id }),
  )
  const event = {
    id: eventId,
    certificateId: ask.id,
    version: 0,
    kind: 'request' as const,
    by: ask.personId,
    note: '',
    at,
  }
  const noted = db.$with('noted').as(
    db
      .insert(certificateEvents)
      .select(db.select(intoAll(certificateEvents, event)).from(made))
      .returning({ id: certificateEvents.id }),
  )
  await db
    .with(made, noted, sendFrom(db, send, ask.id, at, made))
    .select()
    .from(made)
}

/** The one that stands issued for the same person, unit and period. */
export async function findStanding(
  db: Db,
  { personId, teamId, fromDay, toDay }: Omit<Ask, 'id' | 'eventId' | 'at' | 'supersedesId'>,
) {
  const same = [eq(certificates.personId, personId), eq(certificates.teamId, teamId)]
  const [row] = await db
    .select({ id: certificates.id })
    .from(certificates)
    .where(
      and(
        ...same,
        eq(certificates.fromDay, fromDay),
        eq(certificates.toDay, toDay),
        inArray(certificates.state, ['issued']),
      ),
    )
  return row
}

type Ids = { readonly eventId: string; readonly oldEventId: string; readonly send: Send }

/** Refused or revoked. Undefined means somebody else was quicker. */
export async function recordEnd(db: Db, { was, is, ask, by, at }: CertificateDecision, { eventId, send }: Ids) {
  const moved = db.$with('moved').as(
    db
      .update(certificates)
      .set({ ...is, reason: ask.note, closedBy: by, closedAt: at })
      .where(and(eq(certificates.id, was.id), eq(certificates.version, was.version)))
      .returning({ id: certificates.id }),
  )
  const event = { id: eventId, certificateId: was.id, version: is.version, kind: ask.move, by, note: ask.note, at }
  const noted = db.$with('noted').as(
    db
      .insert(certificateEvents)
      .select(db.select(intoAll(certificateEvents, event)).from(moved))
      .returning({ id: certificateEvents.id }),
  )
  const [row] = await db
    .with(moved, noted, sendFrom(db, send, was.id, at, moved))
    .select()
    .from(moved)
  return row
}

export type Issue = {
  readonly year: number
  readonly serial: number
  readonly number: string
  readonly linkKey: string
  readonly minutes: number
  readonly snapshot: string
  readonly sha256: string
  readonly signAlg: string
  readonly signKeyId: string
  readonly publicKey: string
  readonly signature: string
  readonly alg: string
  readonly keyId: string
  readonly sealed: string
  readonly holderMark: string
  readonly records: readonly { readonly recordId: string; readonly evidence: EvidenceClass; readonly minutes: number }[]
}

/**
 * Number, paper, its records, journal, the older one's end and the send in one statement. The number was signed before it was
 * taken: the counter moves only from the one below it. Undefined means another took it, or the request is no longer one.
 */
export async function recordIssue(db: Db, decision: CertificateDecision, issue: Issue, ids: Ids) {
  const { was, is, ask, by, at } = decision
  const { records, ...paper } = issue
  const asItWas = and(eq(certificates.id, was.id), eq(certificates.version, was.version))
  const held = db.$with('held').as(db.select({ id: certificates.id }).from(certificates).where(asItWas).for('update'))
  const counted = db.$with('counted', { last: sql<number>`last`.as('last') }).as(sql`
    insert into ${certificateNumbers} (year, last) select ${paper.year}::int, ${paper.serial}::int from ${held}
    on conflict (year) do update set last = excluded.last where ${certificateNumbers}.last = excluded.last - 1 returning last`)
  const moved = db.$with('moved').as(
    db
      .update(certificates)
      .set({ ...is, ...paper, issuedBy: by, issuedAt: at, headZh: ask.headZh, contactZh: ask.contactZh })
      .where(and(asItWas, sql`exists (select 1 from ${counted})`))
      .returning({ id: certificates.id, supersedesId: certificates.supersedesId }),
  )
  const rows = records.map((one) => ({ ...one, certificateId: was.id }))
  const stood = db
    .$with('stood', {})
    .as(sql`insert into ${certificateRecords} (certificate_id, record_id, evidence, minutes)
    ${manyFrom(certificateRecords, rows, 'moved')}`)
  const event = { id: ids.eventId, certificateId: was.id, version: is.version, kind: ask.move, by, note: ask.note, at }
  const noted = db.$with('noted').as(
    db
      .insert(certificateEvents)
      .select(db.select(intoAll(certificateEvents, event)).from(moved))
      .returning({ id: certificateEvents.id }),
  )
  const replaced = db.$with('replaced', { id: sql<string>`id`.as('id') }).as(sql`
    update ${certificates} o set state = 'superseded', version = o.version + 1, closed_at = ${at.toISOString()}::timestamptz
    from ${moved} m where o.id = m.supersedes_id and o.state = 'issued' returning o.id, o.version`)
  const told = db.$with('told', {}).as(sql`
    insert into ${certificateEvents} (id, certificate_id, version, kind, by, note, at)
    select ${ids.oldEventId}, id, version, 'supersede', ${by}, ${paper.number}::text, ${at.toISOString()}::timestamptz from ${replaced}`)
  const [row] = await db
    .with(held, counted, moved, stood, noted, replaced, told, sendFrom(db, ids.send, was.id, at, moved))
    .select()
    .from(moved)
  return row
}
