import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { contentChecks, files } from '../../../schema/files'
import { people } from '../../../schema/people'
import { activities } from '../../../schema/volunteering/activities'
import { activityArticlePhotos, activityArticles } from '../../../schema/volunteering/articles'
import type { ContentState } from '../../../shared/files/content'
import { brokenConstraint } from '../../db/errors'
import { intoAll, manyFrom } from '../../db/into'
import { type Send, sendFrom } from '../../db/sends'
import type { Db } from '../../db/types'
import { tellFrom } from '../../notices/told-queries'

export const isOneOpen = (err: unknown) => brokenConstraint(err, 'activity_articles_open_key')

const checkOf = sql<ContentState>`coalesce((select c.state from ${contentChecks} c
  where c.subject_id = "activity_article_photos"."file_id" and c.kind = 'picture' order by c.at desc limit 1), 'unknown')`

export const listPhotos = (db: Db, articleIds: readonly string[]) =>
  db
    .select({
      ...{ articleId: activityArticlePhotos.articleId, id: files.id, width: files.width, height: files.height },
      check: checkOf,
    })
    .from(activityArticlePhotos)
    .innerJoin(files, eq(files.id, activityArticlePhotos.fileId))
    .where(inArray(activityArticlePhotos.articleId, [...articleIds]))
    .orderBy(asc(activityArticlePhotos.ordinal))

const articles = (db: Db, where: SQL | undefined) =>
  db
    .select({ article: activityArticles, byName: people.name, activityTitle: activities.title })
    .from(activityArticles)
    .innerJoin(people, eq(people.id, activityArticles.by))
    .innerJoin(activities, eq(activities.id, activityArticles.activityId))
    .where(where)

/** The last written and the last published. */
export async function findArticles(db: Db, activityId: string) {
  const of = eq(activityArticles.activityId, activityId)
  const [[latest], [shown]] = await Promise.all([
    articles(db, of)
      .orderBy(sql`${activityArticles.state} = 'in_review' desc`, desc(activityArticles.at), desc(activityArticles.id))
      .limit(1),
    articles(db, and(of, eq(activityArticles.state, 'published')))
      .orderBy(desc(activityArticles.decidedAt), desc(activityArticles.id))
      .limit(1),
  ])
  return { latest, shown }
}
export type ArticleRow = NonNullable<Awaited<ReturnType<typeof findArticles>>['latest']>

export async function findArticle(db: Db, id: string) {
  const [row] = await articles(db, eq(activityArticles.id, id))
  return row
}

export const listInReview = (db: Db) =>
  articles(db, eq(activityArticles.state, 'in_review'))
    .orderBy(asc(activityArticles.at), asc(activityArticles.id))
    .limit(200)

/** Which of these photos this person uploaded. */
export async function countOwn(db: Db, ids: readonly string[], ownerId: string) {
  if (ids.length === 0) return 0
  const rows = await db
    .select({ id: files.id })
    .from(files)
    .where(and(inArray(files.id, [...ids]), eq(files.ownerId, ownerId)))
  return rows.length
}

/** Returned, and not written anew since. */
export async function isStillReturned(db: Db, id: string) {
  const newer = sql`exists (select 1 from ${activityArticles} n where n.activity_id = "activity_articles"."activity_id"
    and n.at > "activity_articles"."at")`
  const [row] = await db
    .select({ id: activityArticles.id })
    .from(activityArticles)
    .where(and(eq(activityArticles.id, id), eq(activityArticles.state, 'returned'), sql`not ${newer}`))
  return row !== undefined
}

type NewArticle = Required<typeof activityArticles.$inferInsert>

/** The article, its photos and the send in one statement. */
export async function recordArticle(db: Db, row: NewArticle, photos: readonly string[], send: Send) {
  const made = db.$with('made').as(
    db
      .insert(activityArticles)
      .select(db.select(intoAll(activityArticles, row)).from(activities).where(eq(activities.id, row.activityId)))
      .returning({ id: activityArticles.id }),
  )
  const rows = photos.map((fileId, ordinal) => ({ articleId: row.id, fileId, ordinal }))
  const shown = db.$with('shown').as(
    db
      .insert(activityArticlePhotos)
      .select(manyFrom(activityArticlePhotos, rows, 'made'))
      .returning({ id: activityArticlePhotos.fileId }),
  )
  await db
    .with(made, ...(rows.length > 0 ? [shown] : []), sendFrom(db, send, row.id, row.at, made))
    .select()
    .from(made)
}

type Decided = {
  readonly id: string
  readonly state: 'published' | 'returned'
  readonly by: string
  readonly note: string
  readonly at: Date
}
/** What the author is told, of which article. */
type Tell = { readonly id: string; readonly authorId: string; readonly activityId: string; readonly zh: string }

/** A returned one is told to its author in the same statement. Undefined: decided in between, or a photo is not through its check. */
export async function recordArticleDecision(db: Db, { id, state, by, note, at }: Decided, tell: Tell, send: Send) {
  const open = sql`exists (select 1 from ${activityArticlePhotos} k join ${contentChecks} c on c.subject_id = k.file_id
    where k.article_id = ${id} and c.kind = 'picture' and c.state in ('waiting', 'pending', 'risky'))`
  const decided = db.$with('decided').as(
    db
      .update(activityArticles)
      .set({ state, decidedBy: by, decidedAt: at, note })
      .where(
        and(
          eq(activityArticles.id, id),
          eq(activityArticles.state, 'in_review'),
          state === 'published' ? sql`not ${open}` : undefined,
        ),
      )
      .returning({ id: activityArticles.id }),
  )
  const notice = {
    ...{ id: tell.id, personId: tell.authorId, cause: `article:${id}`, title: '图文被退回', at },
    ...{ text: note.slice(0, 200), link: `/staff/volunteering/article?id=${tell.activityId}` },
  }
  const told = state === 'returned' ? tellFrom(db, notice, { what: 'article', id, zh: tell.zh }, decided) : []
  const [row] = await db
    .with(decided, ...told, sendFrom(db, send, id, at, decided))
    .select({ id: decided.id })
    .from(decided)
  return row
}
