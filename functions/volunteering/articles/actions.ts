import type { z } from 'zod'
import type { Actor } from '../../../shared/people/roles'
import { mayReview, whyNotDecide, whyNotWrite } from '../../../shared/volunteering/articles/articles'
import type {
  ActivityArticle,
  ArticleView,
  DecideActivityArticle,
  WriteActivityArticle,
} from '../../../shared/volunteering/articles/contract'
import { photoView } from '../../files/actions'
import { checkWords } from '../../files/content-actions'
import type { Deps, Send } from '../../http/deps'
import { fail, grant } from '../../http/refused'
import { loadRecruiting } from '../activity-actions'
import {
  type ArticleRow,
  countOwn,
  findArticle,
  findArticles,
  isOneOpen,
  listInReview,
  listPhotos,
  recordArticle,
  recordArticleDecision,
} from './queries'

async function load(deps: Deps, actor: Actor, activityId: string) {
  const { row, activity } = await loadRecruiting(deps, actor, activityId)
  const leads = row.isLed || (actor.id !== '' && activity.shifts.some(({ leaderId }) => leaderId === actor.id))
  return { title: row.title, told: { state: row.state, endsAt: row.endsAt, leads } }
}

type Photos = Awaited<ReturnType<typeof listPhotos>>

function view(deps: Deps, { article }: ArticleRow, photos: Photos): ArticleView {
  const { id, title, text, attachments, at } = article
  return {
    ...{ id, title, text, attachments: [...attachments], at: at.toISOString() },
    photos: photos.flatMap((photo) => (photo.articleId === id ? [photoView(deps, photo)] : [])),
  }
}

export async function readArticle(deps: Deps, actor: Actor, activityId: string): Promise<ActivityArticle> {
  const { title, told } = await load(deps, actor, activityId)
  const { latest, shown } = await findArticles(deps.db, activityId)
  const ids = [latest, shown].flatMap((row) => (row ? [row.article.id] : []))
  const photos = ids.length === 0 ? [] : await listPhotos(deps.db, ids)
  const refusal = actor.id === '' ? { zh: '请先登录' } : whyNotWrite(actor, told, deps.now())
  const seesAll = told.leads || mayReview(actor)
  return {
    ...{ activityId, activityTitle: title },
    shown: shown ? view(deps, shown, photos) : null,
    latest: latest && seesAll ? onDesk(deps, actor, latest, photos) : null,
    mayWrite: { may: refusal === null, zh: refusal?.zh ?? '' },
  }
}

function onDesk(deps: Deps, actor: Actor, row: ArticleRow, photos: Photos) {
  const { id, state, by, note } = row.article
  return {
    ...{ ...view(deps, row, photos), state, byName: row.byName, note },
    checks: photos.flatMap((photo) => (photo.articleId === id ? [photo.check] : [])),
    mayDecide: state === 'in_review' && mayReview(actor) && by !== actor.id,
  }
}

type Written = z.output<typeof WriteActivityArticle.body>

/** 写图文: it lies with the reviewers until another person has read it. */
export async function writeArticle(deps: Deps, actor: Actor, activityId: string, body: Written, send: Send) {
  const { told } = await load(deps, actor, activityId)
  const at = deps.now()
  const refusal = whyNotWrite(actor, told, at)
  if (refusal) grant(refusal)
  const { title, text, attachments } = body
  const photos = [...new Set(body.photos)]
  if ((await countOwn(deps.db, photos, actor.id)) < photos.length)
    return fail('invalid', '有照片没传好，请重新上传', 'photos')
  const id = deps.newId()
  await checkWords(deps, actor, `${title}\n${text}`, { kind: 'note', subjectId: id, field: 'text' })
  const row = {
    ...{ id, activityId, title, text, attachments, state: 'in_review' as const, by: actor.id, at },
    ...{ decidedBy: null, decidedAt: null, note: '' },
  }
  await recordArticle(deps.db, row, photos, send).catch((err: unknown) => {
    if (isOneOpen(err)) return fail('wrong_state', '已有一篇在等审核，审完再写')
    throw err
  })
  return readArticle(deps, actor, activityId)
}

type Decided = z.output<typeof DecideActivityArticle.body>

export async function decideArticle(deps: Deps, actor: Actor, id: string, { decision, note }: Decided, send: Send) {
  const found = (await findArticle(deps.db, id)) ?? fail('not_found', '没有找到这篇图文')
  const photos = (await listPhotos(deps.db, [id])).map(({ check }) => check)
  const { state, by, activityId, title } = found.article
  const refusal = whyNotDecide(actor, { state, by, photos }, decision, note)
  if (refusal) grant(refusal)
  const to = decision === 'publish' ? 'published' : 'returned'
  const is = { id, state: to, by: actor.id, note, at: deps.now() } as const
  const tell = { id: deps.newId(), authorId: by, activityId, zh: title }
  const done = await recordArticleDecision(deps.db, is, tell, send)
  return done ? readArticle(deps, actor, activityId) : fail('conflict', '这篇刚有变化，请刷新')
}

export async function readDecided(deps: Deps, actor: Actor, id: string) {
  const found = (await findArticle(deps.db, id)) ?? fail('not_found', '没有找到这篇图文')
  return readArticle(deps, actor, found.article.activityId)
}

export async function readInReview({ db }: Deps) {
  const rows = await listInReview(db)
  return {
    items: rows.map(({ article: { activityId, title, at }, activityTitle, byName }) => ({
      ...{ activityId, activityTitle, title, byName, at: at.toISOString() },
    })),
  }
}
