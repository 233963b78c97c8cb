import { and, eq, getTableColumns, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { caseRatings } from '../../schema/cases/crowd'
import { caseEvents, casePhotos, cases } from '../../schema/cases/ledger'
import { photoChecks } from '../../schema/cases/photo-checks'
import { categories } from '../../schema/cases/register'
import { files } from '../../schema/files'
import { gridDuties, grids, units } from '../../schema/grids'
import { people } from '../../schema/people'
import type { Relation } from '../../shared/cases/case-now'
import type { PhotoState } from '../../shared/cases/photo-checks'
import type { CaseEventKind } from '../../shared/cases/transitions'
import type { Actor } from '../../shared/people/roles'
import type { Db } from '../db/types'
import { ruleAt, ruled } from './rule-queries'
import { followedBy, relationOf, visibleTo } from './visible-queries'

export type PhotoRow = {
  id: string
  width: number
  height: number
  kind: 'before' | 'after' | 'check' | 'more'
  eventId: string
  /** Of a case that was merged into this one: for those who work on it, not for the other's reporter. */
  isMerged: boolean
  /** What stands for it: itself, or the masked picture. */
  seenId: string
  state: PhotoState
}
export type EventRow = {
  id: string
  kind: CaseEventKind
  byZh: string
  note: string
  payload: Readonly<Record<string, unknown>>
  at: string
}
export type RatingRow = { score: number; tags: string[]; words: string; at: string; mine: boolean; cycle: number }

/** The case's own photos, then what those merged into it showed: undoing the merge takes these along again. */
const photosOf = sql<PhotoRow[]>`coalesce((
  select json_agg(json_build_object('id', p.file_id, 'width', f.width, 'height', f.height, 'kind', p.kind,
    'eventId', p.event_id, 'isMerged', p.case_id <> "cases"."id", 'seenId', f.id, 'state', p.public_state) order by p.case_id <> "cases"."id", e.version, p.ordinal)
  from ${casePhotos} p join ${files} f on f.id = coalesce(p.masked_id, p.file_id) join ${caseEvents} e on e.id = p.event_id
  where p.case_id = any(array(select "cases"."id" union all
    select c.id from ${cases} c where c.master_id = "cases"."id"))
    and (p.case_id = "cases"."id" or p.kind = 'before')), '[]'::json)`

const eventsOf = sql<EventRow[]>`coalesce((
  select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'byZh', e.by_zh, 'note', e.note,
    'payload', e.payload, 'at', e.at) order by e.version desc)
  from ${caseEvents} e where e.case_id = "cases"."id"), '[]'::json)`

const ratingsOf = (who: Actor) => sql<RatingRow[]>`coalesce((
  select json_agg(json_build_object('score', r.score, 'tags', r.tags, 'words', r.words, 'at', r.at, 'cycle', r.cycle,
    'mine', r.person_id = ${who.id}) order by r.at)
  from ${caseRatings} r where r.case_id = "cases"."id"), '[]'::json)`

/** The unit that the class itself names by its trade, 市政 or 环卫; null where the place alone decides. */
const tradeUnit = sql<{ id: string; name: string } | null>`(
  select json_build_object('id', u.id, 'name', u.name) from ${units} u where u.trade = coalesce("rule"."department_zh", "categories"."department_zh"))`

/** 协办 units by name, those that still work on it first. */
const helpersOf = sql<{ unitId: string; zh: string; isDone: boolean }[]>`coalesce((
  select json_agg(json_build_object('unitId', u.id, 'zh', u.name, 'isDone', jsonb_exists("cases"."co_done", u.id))
    order by jsonb_exists("cases"."co_done", u.id), u.name)
  from ${units} u where jsonb_exists("cases"."co_open" || "cases"."co_done", u.id)), '[]'::json)`

/** Photos of the asker's own that nothing holds yet: no case, no telling, no letter, and no masked picture. */
const freePhotos = (who: Actor, ids: readonly string[]) =>
  ids.length === 0
    ? sql<number>`0`.mapWith(Number)
    : sql<number>`(select count(*) from ${files} f where f.id in ${[...ids]} and f.owner_id = ${who.id}
        and not exists (select 1 from ${casePhotos} p where p.file_id = f.id)
        and not exists (select 1 from ${photoChecks} k where k.masked_id = f.id)
        and not exists (select 1 from report_photos p where p.file_id = f.id)
        and not exists (select 1 from mail_photos p where p.file_id = f.id))`.mapWith(Number)

const master = alias(cases, 'master')

/** The category is that of the moment the case came in: a later rule is for later cases. */
const select = (db: Db, who: Actor, photos: readonly string[], rule = ruleAt(db, sql`"cases"."submitted_at"`)) =>
  db
    .select({
      ...getTableColumns(cases),
      category: ruled(rule),
      gridZh: sql<string>`coalesce(${grids.name}, '')`,
      unitZh: sql<string>`coalesce(${units.name}, '')`,
      handlerZh: sql<string>`coalesce(${people.name}, '')`,
      masterNumber: master.number,
      tradeUnit,
      helpers: helpersOf,
      relation: relationOf(who),
      events: eventsOf,
      photos: photosOf,
      ratings: ratingsOf(who),
      freePhotos: freePhotos(who, photos),
    })
    .from(cases)
    .innerJoin(categories, eq(categories.code, cases.categoryCode))
    .leftJoinLateral(rule, sql`true`)
    .leftJoin(grids, eq(grids.id, cases.gridId))
    .leftJoin(units, eq(units.id, cases.unitId))
    .leftJoin(people, eq(people.id, cases.handlerId))
    .leftJoin(master, eq(master.id, cases.masterId))

export type FoundCase = Awaited<ReturnType<typeof select>>[number]
/** A found case beside the part its mover plays, where another column of the house knows of one. */
export type CaseInHand = Omit<FoundCase, 'relation'> & { readonly relation: Relation }

async function findOne(db: Db, who: Actor, id: string, seen: SQL | undefined, photos: readonly string[]) {
  const [row] = await select(db, who, photos).where(and(eq(cases.id, id), seen))
  return row
}

/** A case with all that belongs to it, as far as this member of staff may see it; one statement. */
export const findCase = (db: Db, who: Actor, id: string, photos: readonly string[] = []) =>
  findOne(db, who, id, visibleTo(who), photos)

/** The same for those who reported or joined it. */
export const findMyCase = (db: Db, who: Actor, id: string, photos: readonly string[] = []) =>
  findOne(db, who, id, followedBy(who), photos)

/** Whatever the asker may see: only for answering a resend of what they themselves did. */
export const findAnyCase = (db: Db, who: Actor, id: string, photos: readonly string[] = []) =>
  findOne(db, who, id, undefined, photos)

export { findCategory, listCategoryRows } from './rule-queries'

/** 牵头部门 of a grid at a moment: a successor named ahead does not lead before its day. */
export async function findLeadName(db: Db, gridId: string | null, at: Date) {
  if (gridId === null) return undefined
  const [row] = await db
    .select({ name: units.name })
    .from(gridDuties)
    .innerJoin(units, eq(units.id, gridDuties.unitId))
    .where(
      and(
        eq(gridDuties.gridId, gridId),
        eq(gridDuties.tier, 2),
        lte(gridDuties.startsAt, at),
        or(isNull(gridDuties.endsAt), gt(gridDuties.endsAt, at)),
      ),
    )
  return row?.name
}
