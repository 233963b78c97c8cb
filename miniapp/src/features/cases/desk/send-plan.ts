import { type CaseView, TransitionCase } from '@shared/cases/contract'
import { isOnSpot } from '@shared/cases/doubts'
import type { CaseMove } from '@shared/cases/transitions'
import { call } from '../../../api/call'
import type { Draft } from '../../../api/drafts'
import { newKey } from '../../../api/key'
import { Offline, Refused } from '../../../api/refused'
import { zhOf } from '../../../api/use-send'
import { askOf } from './fields'
import { draftId, type MoveDraft, moveDrafts, movePhotos } from './move-drafts'
import type { Plan } from './plans'

/** How a send ended; `view` is the case as the last answer showed it. */
export type Sent =
  | { readonly end: 'done'; readonly view: CaseView }
  /** The first move stands, the second was refused: the rest of the form waits as a draft of its own. */
  | { readonly end: 'half'; readonly view: CaseView; readonly zh: string; readonly rest: Plan }
  | { readonly end: 'clash'; readonly zh: string }
  | { readonly end: 'wrong'; readonly zh: string; readonly field: string | undefined }
  | { readonly end: 'offline' }

const CLASHES = new Set(['conflict', 'wrong_state', 'key_reused', 'not_found', 'forbidden'])

/** Sends the photos, then the moves of a plan in their order, under the keys the draft was begun with. */
export async function sendPlan(view: CaseView, plan: Plan, draft: Draft<MoveDraft>): Promise<Sent> {
  const isThere = await movePhotos.sendAll(draft.id)
  const kept = moveDrafts.find(draft.id) ?? draft
  const wrong = kept.photos.find(({ zh }) => zh !== '')
  if (wrong) return { end: 'wrong', zh: wrong.zh, field: 'photos' }
  return isThere ? sendMoves(view, plan, kept) : { end: 'offline' }
}

async function sendMoves(view: CaseView, plan: Plan, kept: Draft<MoveDraft>): Promise<Sent> {
  let now = view
  for (const [i, move] of plan.moves.entries()) {
    const body = bodyOf(move, kept, { key: kept.fields.keys[i] ?? newKey(), version: now.version })
    try {
      now = await call(TransitionCase, { params: { id: view.id }, body })
    } catch (err) {
      return i === 0 ? refusedAs(err) : half(now, plan, kept, { i, err })
    }
  }
  await moveDrafts.drop(kept.id)
  return { end: 'done', view: now }
}

function bodyOf(move: CaseMove, { fields, photos }: Draft<MoveDraft>, head: { key: string; version: number }) {
  const files = photos.flatMap(({ fileId }) => fileId ?? [])
  const { reviewAt, newDueAt, ...ask } = askOf(move, fields, files)
  return {
    ...ask,
    ...head,
    photos: [...ask.photos],
    conditions: [...ask.conditions],
    coUnitIds: [...ask.coUnitIds],
    reviewAt: reviewAt?.toISOString() ?? null,
    newDueAt: newDueAt?.toISOString() ?? null,
    ...(fields.position && isOnSpot(move) ? { position: fields.position } : {}),
  }
}

function refusedAs(err: unknown): Sent {
  if (err instanceof Offline) return { end: 'offline' }
  if (!(err instanceof Refused)) return { end: 'wrong', zh: zhOf(err), field: undefined }
  const { refused, zh, field } = err.refusal
  return CLASHES.has(refused) ? { end: 'clash', zh } : { end: 'wrong', zh, field }
}

async function half(view: CaseView, plan: Plan, kept: Draft<MoveDraft>, { i, err }: { i: number; err: unknown }) {
  const moves = plan.moves.slice(i)
  const rest = { id: moves[0] ?? '', zh: plan.zh, moves }
  const { keys } = kept.fields
  const id = draftId(view.id, rest.id)
  moveDrafts.save({ ...kept, id, photos: [], fields: { ...kept.fields, planId: rest.id, keys: keys.slice(i) } })
  await moveDrafts.drop(kept.id)
  return { end: 'half' as const, view, zh: zhOf(err), rest }
}
