import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { casePhotos, cases } from '../../../schema/cases/ledger'
import { outsideAnswers, outsideLinks } from '../../../schema/cases/outside'
import { categories } from '../../../schema/cases/register'
import { files } from '../../../schema/files'
import { notices } from '../../../schema/notices'
import { roleGrants } from '../../../schema/people'
import { OUTSIDE_ANSWERS_MAX, type OutsideOutcome } from '../../../shared/cases/outside-contract'
import { intoAll } from '../../db/into'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'
import type { PhotoFace } from '../face-queries'

type AnswerRow = { id: string; outcome: OutsideOutcome; byZh: string; words: string; at: string }
const answersOf = sql<AnswerRow[]>`coalesce((select json_agg(json_build_object('id', a.id, 'outcome', a.outcome,
  'byZh', a.by_zh, 'words', a.words, 'at', a.at) order by a.at, a.id)
  from ${outsideAnswers} a where a.link_id = "outside_links"."id"), '[]'::json)`

const link = {
  id: outsideLinks.id,
  caseId: outsideLinks.caseId,
  name: outsideLinks.name,
  at: outsideLinks.at,
  expiresAt: outsideLinks.expiresAt,
  endedAt: outsideLinks.endedAt,
  answers: answersOf,
}

export const listLinks = (db: Db, caseId: string) =>
  db.select(link).from(outsideLinks).where(eq(outsideLinks.caseId, caseId)).orderBy(desc(outsideLinks.at))
export type LinkRow = Awaited<ReturnType<typeof listLinks>>[number]

export async function findLink(db: Db, id: string) {
  const [row] = await db.select(link).from(outsideLinks).where(eq(outsideLinks.id, id))
  return row
}

/** Undefined once the case is no longer with an outside body. */
export async function recordLink(db: Db, send: Send, row: typeof outsideLinks.$inferInsert) {
  const held = db.$with('held').as(
    db
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.id, row.caseId), eq(cases.state, 'transferred')))
      .for('share'),
  )
  const made = db.$with('made').as(
    db
      .insert(outsideLinks)
      .select(db.select(intoAll(outsideLinks, { ...row, endedAt: null })).from(held))
      .returning({ id: outsideLinks.id }),
  )
  const [done] = await db
    .with(held, made, sendFrom(db, send, row.id, row.at, made))
    .select({ id: made.id })
    .from(made)
  return done
}

export async function recordLinkEnd(db: Db, send: Send, id: string, at: Date) {
  const ended = db.$with('ended').as(
    db
      .update(outsideLinks)
      .set({ endedAt: at })
      .where(and(eq(outsideLinks.id, id), isNull(outsideLinks.endedAt)))
      .returning({ id: outsideLinks.id }),
  )
  const [done] = await db
    .with(ended, sendFrom(db, send, id, at, ended))
    .select({ id: ended.id })
    .from(ended)
  return done
}

/** What stands for a photo: the masked picture where there is one. */
const beforeOf = sql<PhotoFace[]>`coalesce((
  select json_agg(json_build_object('id', f.id, 'width', f.width, 'height', f.height) order by p.ordinal)
  from ${casePhotos} p join ${files} f on f.id = coalesce(p.masked_id, p.file_id)
  where p.case_id = "cases"."id" and p.kind in ('before', 'more')), '[]'::json)`

/** Open links lead to their case while it is with the outside body. */
export async function findByToken(db: Db, tokenHash: string, at: Date) {
  const [row] = await db
    .select({
      ...link,
      number: cases.number,
      title: cases.title,
      categoryZh: categories.zh,
      addressZh: cases.addressZh,
      lng: cases.lng,
      lat: cases.lat,
      photos: beforeOf,
    })
    .from(outsideLinks)
    .innerJoin(cases, eq(cases.id, outsideLinks.caseId))
    .innerJoin(categories, eq(categories.code, cases.categoryCode))
    .where(
      and(
        eq(outsideLinks.tokenHash, tokenHash),
        isNull(outsideLinks.endedAt),
        gt(outsideLinks.expiresAt, at),
        eq(cases.state, 'transferred'),
      ),
    )
    .orderBy(asc(outsideLinks.id))
  return row
}
export type OutsideRow = NonNullable<Awaited<ReturnType<typeof findByToken>>>

type NewAnswer = Omit<typeof outsideAnswers.$inferInsert, 'at'> & { readonly at: Date }
type About = Pick<OutsideRow, 'caseId' | 'number' | 'name'>

/** The answer and the word to the dispatchers of the grid, in one statement; the same key again adds neither. */
export const recordAnswer = (db: Db, row: NewAnswer, { caseId, number, name }: About) => {
  const at = sql`${row.at.toISOString()}::timestamptz`
  return db.execute(sql`with made as (
      insert into ${outsideAnswers} (id, link_id, key, outcome, by_zh, words, at)
      select ${row.id}, ${row.linkId}, ${row.key}, ${row.outcome}, ${row.byZh}, ${row.words}, ${at}
      where (select count(*) from ${outsideAnswers} a where a.link_id = ${row.linkId}) < ${OUTSIDE_ANSWERS_MAX}
      on conflict (link_id, key) do nothing returning id)
    insert into ${notices} (id, person_id, cause, title, text, link, at)
    select md5(m.id || ':' || g.person_id), g.person_id, 'outside:' || m.id, '外部单位答复',
      ${`${number}：${name}答复了办理情况`}, ${`/staff/cases/detail?id=${caseId}`}, ${at}
    from made m cross join (select distinct r.person_id from ${roleGrants} r join ${cases} c on c.id = ${caseId}
      where r.role = 'dispatcher' and r.ended_at is null and (r.grid_id is null or r.grid_id = c.grid_id)) g`)
}
