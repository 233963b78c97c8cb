import { desc, eq, sql } from 'drizzle-orm'
import { consentEvents, consentTexts } from '../../../schema/consents'
import type { ConsentKind } from '../../../shared/people/consents'
import { type Change, changeFrom } from '../../db/changes'
import { intoAll } from '../../db/into'
import { moment, rowsOf } from '../../db/raw'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'

/** The version that holds now: the county's last, or the house's first. */
const versionNow = (kind: ConsentKind) =>
  sql<number>`coalesce((select max(t.version) from ${consentTexts} t where t.kind = ${kind}), 1)`

/** Whether a person's consent stands at this moment, for the text that holds now: a condition for any statement. */
export const holdsConsent = (personId: string, kind: ConsentKind) =>
  sql<boolean>`coalesce((select e.is_given and e.version = ${versionNow(kind)} from ${consentEvents} e
    where e.person_id = ${personId} and e.kind = ${kind} order by e.at desc, e.id desc limit 1), false)`

export async function findConsent(db: Db, personId: string, kind: ConsentKind) {
  const [row] = await rowsOf<{ holds: boolean }>(db, sql`select ${holdsConsent(personId, kind)} as holds`)
  return row?.holds ?? false
}

/** The last word on each kind. */
export const listSaid = (db: Db, personId: string) =>
  db
    .selectDistinctOn([consentEvents.kind])
    .from(consentEvents)
    .where(eq(consentEvents.personId, personId))
    .orderBy(consentEvents.kind, desc(consentEvents.at), desc(consentEvents.id))

/** The county's last text of each kind it has one of. */
export const listTexts = (db: Db) =>
  db.selectDistinctOn([consentTexts.kind]).from(consentTexts).orderBy(consentTexts.kind, desc(consentTexts.version))

type Event = Required<typeof consentEvents.$inferInsert>

/** Cases a person was the first to tell, from a phone of their own. */
const ownCases = (personId: string) => sql`(select r.case_id from reports r join reporters p on p.report_id = r.id
  where p.person_id = ${personId} and r.is_first and r.source in ('wechat', 'h5'))`

/** Always after the word before it, so that the last word is one, however fast they come. */
const afterTheLast = ({ personId, kind, at }: Event) =>
  sql<Date>`greatest(${moment(at)}, (select max(e.at) + interval '1 millisecond' from ${consentEvents} e
    where e.person_id = ${personId} and e.kind = ${kind}))`.as('at')

const said = (db: Db, event: Event) =>
  db.$with('said').as(
    db
      .insert(consentEvents)
      .select(
        db
          .select({ ...intoAll(consentEvents, event), at: afterTheLast(event) })
          .from(sql`(values (1)) as one(n)`)
          .where(sql`${versionNow(event.kind)} = ${event.version}`),
      )
      .returning({ id: consentEvents.id }),
  )

const one = { id: sql<string>`id`.as('id') }

/** Undefined: another text holds by now. What was told before may come before reviewers again; nothing is let out by itself. */
export async function recordGiven(db: Db, send: Send, event: Event) {
  const noted = said(db, event)
  const lifted = db.$with('lifted', one).as(sql`update cases set is_withheld = false
    where ${event.kind} = 'publishing' and is_withheld and id in ${ownCases(event.personId)}
      and exists (select 1 from ${noted}) returning id`)
  const [row] = await db
    .with(noted, lifted, sendFrom(db, send, event.personId, event.at, noted))
    .select()
    .from(noted)
  return row
}

/** The word, and at once what it stops: numbers go, and what was public is taken back. Undefined: another text holds by now. */
export async function recordWithdrawn(db: Db, send: Send, event: Event) {
  const { personId, kind } = event
  const noted = said(db, event)
  const isPhone = sql`${kind} = 'phone' and exists (select 1 from ${noted})`
  const hidden = db.$with('hidden', one).as(sql`update cases set is_withheld = true, is_public = false
    where ${kind} = 'publishing' and id in ${ownCases(personId)} and exists (select 1 from ${noted}) returning id`)
  const forgotten = db.$with('forgotten', one).as(sql`delete from person_phones
    where person_id = ${personId} and ${isPhone} returning person_id as id`)
  const emptied = db.$with('emptied', one).as(sql`delete from reporter_contacts
    where ${isPhone} and report_id in (select p.report_id from reporters p where p.person_id = ${personId})
    returning report_id as id`)
  const [row] = await db
    .with(noted, hidden, forgotten, emptied, sendFrom(db, send, personId, event.at, noted))
    .select()
    .from(noted)
  return row
}

/** How many people's last word is yes to this version. */
export async function countGiven(db: Db) {
  return rowsOf<{ kind: ConsentKind; version: number; given: number }>(
    db,
    sql`select l.kind, l.version, count(*)::int as given from (
      select distinct on (e.person_id, e.kind) e.kind, e.version, e.is_given from ${consentEvents} e
      order by e.person_id, e.kind, e.at desc, e.id desc) l where l.is_given group by 1, 2`,
  )
}

type Text = Required<typeof consentTexts.$inferInsert>

/** Undefined: somebody else published a version first. */
export async function recordText(db: Db, send: Send, row: Text, change: Change) {
  const made = db.$with('made').as(
    db
      .insert(consentTexts)
      .select(
        db
          .select(intoAll(consentTexts, row))
          .from(sql`(values (1)) as one(n)`)
          .where(sql`${versionNow(row.kind)} = ${row.version - 1}`),
      )
      .onConflictDoNothing()
      .returning({ kind: consentTexts.kind }),
  )
  const [published] = await db
    .with(made, changeFrom(db, change, made), sendFrom(db, send, row.kind, row.at, made))
    .select()
    .from(made)
  return published
}
