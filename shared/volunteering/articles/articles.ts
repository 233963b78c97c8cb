import type { ContentState } from '../../files/content'
import { type Refusal, refuse } from '../../kit/refusal'
import { type Actor, holdsAny } from '../../people/roles'
import type { ActivityState } from '../activities'

export const ARTICLE_STATES = ['in_review', 'published', 'returned'] as const
export type ArticleState = (typeof ARTICLE_STATES)[number]
export const ARTICLE_STATE_ZH: Record<ArticleState, string> = {
  in_review: '待审核',
  published: '已发布',
  returned: '已退回',
}
export const ARTICLE_DECISIONS = ['publish', 'return'] as const
export type ArticleDecision = (typeof ARTICLE_DECISIONS)[number]

/** 附件: a name and where it lies, https only. */
export type Attachment = { readonly name: string; readonly url: string }

/** The activity as the rules want it; `leads`: this person leads its team or one of its shifts. */
export type Told = { readonly state: ActivityState; readonly endsAt: Date; readonly leads: boolean }
const OVER: readonly ActivityState[] = ['published', 'settled', 'archived']

/** Why this person cannot write what became of the activity, or null. */
export function whyNotWrite(actor: Actor, { state, endsAt, leads }: Told, at: Date): Refusal | null {
  if (!leads && !holdsAny(actor, ['admin', 'reviewer']))
    return refuse('forbidden', '只有领队、本队队长和办公室能写活动图文')
  if (!OVER.includes(state)) return refuse('wrong_state', '这个活动没有办，不能写图文')
  return endsAt <= at ? null : refuse('wrong_state', '活动结束以后再写图文')
}

export const mayReview = (actor: Actor) => holdsAny(actor, ['admin', 'reviewer'])

type Review = { readonly state: ArticleState; readonly by: string; readonly photos: readonly ContentState[] }
const UNCHECKED: readonly ContentState[] = ['waiting', 'pending']

/** Why this decision cannot be taken, or null: by another person, and nothing goes out before its photos were checked. */
export function whyNotDecide(actor: Actor, was: Review, decision: ArticleDecision, note: string): Refusal | null {
  if (!mayReview(actor)) return refuse('forbidden', '只有审核员和管理员能审核图文')
  if (was.by === actor.id) return refuse('forbidden', '自己写的图文由另一个人审核')
  if (was.state !== 'in_review') return refuse('wrong_state', '这篇已经处理过，请刷新')
  if (decision === 'return') return note === '' ? refuse('missing', '请写明退回的原因', 'note') : null
  if (was.photos.includes('risky')) return refuse('invalid', '有照片可能违规，请退回换照片', 'photos')
  if (was.photos.some((state) => UNCHECKED.includes(state)))
    return refuse('not_ready', '照片还在检测，稍后再发布', 'photos')
  return null
}
