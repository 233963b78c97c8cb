import { and, eq, sql } from 'drizzle-orm'
import { caseFollowers } from '../../schema/cases/crowd'
import { cases } from '../../schema/cases/ledger'
import { reportPhotos } from '../../schema/reports'
import type { CaseSource } from '../../shared/cases/states'
import type { Answered } from '../../shared/reports/questions'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'
import { type Caller, callerRows } from './caller-queries'
import { type FromMail, mailEnds } from './mail-end-queries'
import { type Teller, toldBy } from './record-queries'

export type Join = {
  readonly caseId: string
  readonly reportId: string
  readonly personId: string
  readonly at: Date
  /** The person follows the case already: it is one more telling, and nobody new. */
  readonly isKnown?: boolean
} & Partial<Told>
/** What was written down of it. */
type Told = Omit<Teller, 'personId'> & {
  readonly source: CaseSource
  readonly words: string
  readonly answered: readonly Answered[]
  readonly photos: readonly string[]
  readonly caller: Caller
  readonly mail: FromMail | null
}

/** Follower, report, reporter, photos and the count; to stand in a statement of its own or of a mail's. */
export function joinRows(db: Db, join: Join) {
  const { reportId, personId, at, isKnown = false, source = 'wechat', words = '', answered = [], contact } = join
  const joined = isKnown ? known(db, join) : follows(db, join)
  const caseId = sql`(select case_id from joined)`
  const report = { id: reportId, caseId, isFirst: false, source, words, answers: answered, at }
  const rows = [
    ...(join.caller && !isKnown ? callerRows(db, join.caller, at) : []),
    joined,
    ...(isKnown ? [] : [counted(db)]),
    ...toldBy(db, report, { personId, identity: join.identity ?? 'wechat', contact }),
    ...pictured(db, reportId, join.photos ?? []),
    ...(join.mail ? [mailEnds(db, { ...join.mail, kind: 'joined', caseId, reportId, at })] : []),
  ]
  return { joined, rows }
}

/** 我也遇到: all or nothing; a second press of the same person is refused by the key of the followers. */
export async function recordJoin(db: Db, send: Send, join: Join) {
  const { joined, rows } = joinRows(db, join)
  await db
    .with(...rows, sendFrom(db, send, join.caseId, join.at, joined))
    .select()
    .from(joined)
}

const follows = (db: Db, { caseId, personId, at }: Join) =>
  db
    .$with('joined')
    .as(
      db
        .insert(caseFollowers)
        .values({ caseId, personId, relation: 'follower', at })
        .returning({ caseId: caseFollowers.caseId }),
    )

const known = (db: Db, { caseId, personId }: Join) =>
  db.$with('joined').as(
    db
      .select({ caseId: caseFollowers.caseId })
      .from(caseFollowers)
      .where(and(eq(caseFollowers.caseId, caseId), eq(caseFollowers.personId, personId))),
  )

const counted = (db: Db) =>
  db.$with('counted').as(
    db
      .update(cases)
      .set({ followers: sql`${cases.followers} + 1` })
      .where(eq(cases.id, sql`(select case_id from joined)`))
      .returning({ id: cases.id }),
  )

function pictured(db: Db, reportId: string, photos: readonly string[]) {
  if (photos.length === 0) return []
  const rows = photos.map((fileId, ordinal) => ({ fileId, reportId, ordinal }))
  return [db.$with('shown').as(db.insert(reportPhotos).values(rows).returning({ fileId: reportPhotos.fileId }))]
}
