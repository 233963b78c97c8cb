import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { caseFollowers } from '../../schema/cases/crowd'
import { casePhotos, cases } from '../../schema/cases/ledger'
import { photoChecks } from '../../schema/cases/photo-checks'
import { files } from '../../schema/files'
import { people } from '../../schema/people'
import { categoryQuestions, reporterContacts, reporters, reportPhotos, reports } from '../../schema/reports'
import type { Db } from '../db/types'

/** What a report must know before it is decided: the asker's reports of the day and the owners' photos that no case holds yet. */
export async function findReportFacts(
  db: Db,
  personId: string,
  since: Date,
  photos: readonly string[],
  owners: readonly string[] = [personId],
) {
  const [row] = await db
    .select({
      today:
        sql<number>`(select count(*) from ${reporters} r where r.person_id = ${personId} and r.at >= ${since.toISOString()}::timestamptz)`.mapWith(
          Number,
        ),
      free:
        photos.length === 0
          ? sql<number>`0`.mapWith(Number)
          : sql<number>`(select count(*) from ${files} f where f.id in ${[...photos]} and f.owner_id in ${[...owners]}
        and not exists (select 1 from ${casePhotos} p where p.file_id = f.id)
        and not exists (select 1 from ${photoChecks} k where k.masked_id = f.id)
        and not exists (select 1 from ${reportPhotos} p where p.file_id = f.id))`.mapWith(Number),
    })
    .from(sql`(values (1)) as one(n)`)
  return row ?? { today: 0, free: 0 }
}

/** The case a join lands on: of a merged one its master. */
export async function findJoinable(db: Db, id: string, personId: string) {
  const [row] = await db
    .select({
      id: cases.id,
      state: cases.state,
      masterId: cases.masterId,
      endedAt: cases.endedAt,
      mine: sql<boolean>`exists (select 1 from ${caseFollowers} f where f.case_id = coalesce("cases"."master_id", "cases"."id") and f.person_id = ${personId})`,
    })
    .from(cases)
    .where(eq(cases.id, id))
  return row
}

type PhotoRow = { id: string; width: number; height: number }
const photosOf = sql<PhotoRow[]>`coalesce((
  select json_agg(json_build_object('id', f.id, 'width', f.width, 'height', f.height) order by p.ordinal)
  from ${reportPhotos} p join ${files} f on f.id = p.file_id where p.report_id = "reports"."id"), '[]'::json)`

export const listReportsOf = (db: Db, caseId: string) =>
  db
    .select({
      id: reports.id,
      isFirst: reports.isFirst,
      source: reports.source,
      words: reports.words,
      at: reports.at,
      hiddenAt: reports.hiddenAt,
      answers: reports.answers,
      photos: photosOf,
      personId: reporters.personId,
      hasContact: sql<boolean>`${reporterContacts.reportId} is not null`,
      identity: reporters.identity,
      name: people.name,
    })
    .from(reports)
    .innerJoin(reporters, eq(reporters.reportId, reports.id))
    .innerJoin(people, eq(people.id, reporters.personId))
    .leftJoin(reporterContacts, eq(reporterContacts.reportId, reports.id))
    .where(eq(reports.caseId, caseId))
    .orderBy(desc(reports.isFirst), asc(reports.at), asc(reports.id))

export const listQuestionRows = (db: Db) =>
  db.select().from(categoryQuestions).orderBy(asc(categoryQuestions.categoryCode))

export async function findQuestions(db: Db, categoryCode: string) {
  const [row] = await db
    .select({ questions: categoryQuestions.questions })
    .from(categoryQuestions)
    .where(eq(categoryQuestions.categoryCode, categoryCode))
  return row?.questions ?? []
}

/** The first telling of a case. */
export async function findFirstAnswers(db: Db, caseId: string) {
  const [row] = await db
    .select({ answers: reports.answers })
    .from(reports)
    .where(and(eq(reports.caseId, caseId), reports.isFirst))
  return row?.answers ?? []
}

/** What this person told in the case. */
export async function findTelling(db: Db, caseId: string, personId: string) {
  const [row] = await db
    .select({ words: reports.words, answers: reports.answers, hiddenAt: reports.hiddenAt })
    .from(reports)
    .innerJoin(reporters, eq(reporters.reportId, reports.id))
    .where(and(eq(reports.caseId, caseId), eq(reporters.personId, personId)))
    .orderBy(asc(reports.at))
    .limit(1)
  return row
}
