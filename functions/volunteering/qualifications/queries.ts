import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { volunteers } from '../../../schema/volunteering/activities'
import { qualificationKinds } from '../../../schema/volunteering/qualification-kinds'
import { qualifications } from '../../../schema/volunteering/qualifications'
import { teamMembers } from '../../../schema/volunteering/teams'
import type { NewQualification, QualificationEnd } from '../../../shared/volunteering/qualifications/qualifications'
import { type Change, changeFrom } from '../../db/changes'
import { brokenConstraint } from '../../db/errors'
import { intoAll } from '../../db/into'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'
import { tellFrom } from '../../notices/told-queries'

/** Between the look and the write the record ended or ran out. */
export const isUnqualified = (err: unknown) => brokenConstraint(err, 'sign_ups_qualified')
export const isKindNamed = (err: unknown) => brokenConstraint(err, 'qualification_kinds_zh_key')

export const listKinds = (db: Db) =>
  db.select().from(qualificationKinds).orderBy(asc(qualificationKinds.seq), asc(qualificationKinds.id)).limit(200)

export async function findKind(db: Db, id: string) {
  const [row] = await db.select().from(qualificationKinds).where(eq(qualificationKinds.id, id))
  return row
}

export async function recordKind(
  db: Db,
  row: Omit<Required<typeof qualificationKinds.$inferInsert>, 'seq'>,
  change: Change,
  send: Send,
) {
  const next = sql<number>`(select coalesce(max(k.seq), 0) + 1 from qualification_kinds k)`
  const made = db.$with('made').as(
    db
      .insert(qualificationKinds)
      .values({ ...row, seq: next })
      .returning({ id: qualificationKinds.id }),
  )
  await db
    .with(made, changeFrom(db, change, made), sendFrom(db, send, row.id, change.at, made))
    .select()
    .from(made)
}

type KindAsk = { readonly wayZh: string; readonly isOn: boolean; readonly version: number }

/** Undefined: somebody changed it in between. */
export async function recordKindChange(db: Db, id: string, ask: KindAsk, change: Change, send: Send) {
  const { wayZh, isOn, version } = ask
  const changed = db.$with('changed').as(
    db
      .update(qualificationKinds)
      .set({ wayZh, isOn, version: version + 1 })
      .where(and(eq(qualificationKinds.id, id), eq(qualificationKinds.version, version)))
      .returning({ id: qualificationKinds.id }),
  )
  const [row] = await db
    .with(changed, changeFrom(db, change, changed), sendFrom(db, send, id, change.at, changed))
    .select()
    .from(changed)
  return row
}

/** What a person holds that nobody ended. */
export const listHeld = (db: Db, personId: string) =>
  db
    .select({ kindId: qualifications.kindId, untilOn: qualifications.untilOn })
    .from(qualifications)
    .where(and(eq(qualifications.personId, personId), isNull(qualifications.endedAt)))
    .limit(200)

export const listQualifications = (db: Db, personId: string) =>
  db
    .select({ qualification: qualifications, kindZh: qualificationKinds.zh })
    .from(qualifications)
    .innerJoin(qualificationKinds, eq(qualificationKinds.id, qualifications.kindId))
    .where(eq(qualifications.personId, personId))
    .orderBy(sql`${qualifications.endedAt} is not null`, desc(qualifications.untilOn), asc(qualifications.id))
    .limit(200)

/** Teams where this person is a member now. */
export async function listOwnTeams(db: Db, personId: string) {
  const rows = await db
    .select({ teamId: teamMembers.teamId })
    .from(teamMembers)
    .where(and(eq(teamMembers.personId, personId), eq(teamMembers.state, 'active')))
  return rows.map(({ teamId }) => teamId)
}

export async function findQualification(db: Db, id: string) {
  const [row] = await db
    .select({ qualification: qualifications, number: volunteers.number, kindZh: qualificationKinds.zh })
    .from(qualifications)
    .innerJoin(qualificationKinds, eq(qualificationKinds.id, qualifications.kindId))
    .innerJoin(volunteers, eq(volunteers.personId, qualifications.personId))
    .where(eq(qualifications.id, id))
  return row
}

/** What the person is told of it. */
type Tell = { readonly id: string; readonly title: string; readonly text: string; readonly zh: string }
const noticeOf = ({ id, title, text }: Tell, personId: string, cause: string, at: Date) => ({
  ...{ id, personId, cause, title, text, at, link: '/mine/volunteering/teams' },
})

/** With the word to whom it is of, in one statement. Undefined: the kind was put away in between. */
export async function recordQualification(db: Db, decision: NewQualification, id: string, tell: Tell, send: Send) {
  const { personId, kindId, untilOn, note, by, at } = decision
  const row = { id, personId, kindId, untilOn, note, by, at, endedAt: null, endedBy: null, endNote: '' }
  const made = db.$with('made').as(
    db
      .insert(qualifications)
      .select(
        db
          .select(intoAll(qualifications, row))
          .from(qualificationKinds)
          .where(and(eq(qualificationKinds.id, kindId), eq(qualificationKinds.isOn, true))),
      )
      .returning({ id: qualifications.id }),
  )
  const notice = noticeOf(tell, personId, `qualification:${id}`, at)
  const [done] = await db
    .with(
      made,
      ...tellFrom(db, notice, { what: 'qualification', id, zh: tell.zh }, made),
      sendFrom(db, send, id, at, made),
    )
    .select({ id: made.id })
    .from(made)
  return done
}

/** With the word to whom it was of, in one statement. Undefined: ended in between. */
export async function recordQualificationEnd(db: Db, end: QualificationEnd, tell: Tell, send: Send) {
  const { id, personId, note, by, at } = end
  const ended = db.$with('ended').as(
    db
      .update(qualifications)
      .set({ endedAt: at, endedBy: by, endNote: note })
      .where(and(eq(qualifications.id, id), isNull(qualifications.endedAt)))
      .returning({ id: qualifications.id }),
  )
  const notice = noticeOf(tell, personId, `qualification-end:${id}`, at)
  const about = { what: 'qualification_end' as const, id, zh: tell.zh }
  const [done] = await db
    .with(ended, ...tellFrom(db, notice, about, ended), sendFrom(db, send, id, at, ended))
    .select({ id: ended.id })
    .from(ended)
  return done
}
