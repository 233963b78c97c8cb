import type { CaseView } from '@shared/cases/contract'
import { useState } from 'react'
import { now } from '../../../api/clock'
import type { Draft } from '../../../api/drafts'
import { newKey } from '../../../api/key'
import { heldPersonId } from '../../../api/session'
import { zhOf } from '../../../api/use-send'
import { toast } from '../../../ui/toast'
import { useCategories } from '../use-categories'
import { askOf, firstFields, type MoveFields, missingIn } from './fields'
import { draftId, type MoveDraft, moveDrafts, movePhotos } from './move-drafts'
import type { Plan } from './plans'
import { type Sent, sendPlan } from './send-plan'
import { standingAt } from './standing'

const PHOTOS_MAX = 9
const FULL_ZH = '手机存储满了，照片存不下。请尽快发送'
export type Master = Pick<MoveFields, 'masterId' | 'masterZh'>
export type Wrong = { readonly zh: string; readonly field: string | undefined }

/** On a phone a decision leaves at once; at a desk it is held for a moment, and a merge begins with what lies beside. */
type Way =
  | { readonly onEnd: (sent: Sent) => void }
  | { readonly hold: (ready: Draft<MoveDraft>) => void; readonly first: Master | null }

/** The form of one plan on one case. It is written down at the first touch; `wrong` stands at its field until that is changed. */
export function useMoveForm(view: CaseView, plan: Plan, way: Way) {
  const id = draftId(view.id, plan.id)
  const [blank] = useState(() => begin(id, view, plan, 'hold' in way ? way.first : null))
  const draft = moveDrafts.use().find((one) => one.id === id) ?? blank
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const [isBusy, setBusy] = useState(false)
  const category = useCategories()?.find(({ code }) => code === draft.fields.categoryCode) ?? null
  const fields = { ...draft.fields, isPublic: draft.fields.isPublic ?? category?.isPrivate === false }

  const send = async () => {
    const ready = { ...draft, fields }
    const missing = missingFrom(view, plan, ready)
    setWrong(missing)
    if (missing) return
    setBusy(true)
    const position = await standingAt(plan)
    const stood = position ? { ...ready, fields: { ...fields, position } } : ready
    keep(stood)
    if ('hold' in way) {
      setBusy(false)
      return way.hold(moveDrafts.find(id) ?? stood)
    }
    const sent = await sendPlan(view, plan, stood)
    setBusy(false)
    if (sent.end === 'wrong') setWrong(sent)
    way.onEnd(sent)
  }
  return {
    ...{ id, view, plan, category, fields, kept: draft.photos, wrong, isBusy },
    set: (is: Partial<MoveFields>) => {
      setWrong(null)
      keep({ ...draft, fields: { ...draft.fields, ...is } })
    },
    send: () => void (isBusy || send()),
    photos: photosOf(draft, () => setWrong(null)),
  }
}

function keep(draft: Draft<MoveDraft>) {
  if (!moveDrafts.save(draft)) toast('手机存储满了，草稿存不下。请尽快发送', 'danger')
}

function missingFrom(view: CaseView, { moves }: Plan, { fields, photos }: Draft<MoveDraft>): Wrong | null {
  const refs = photos.map(({ ref }) => ref)
  const asks = moves.map((move) => askOf(move, fields, refs))
  const missing = missingIn(view, asks, now())
  return missing && { zh: missing.zh, field: missing.field }
}

const photosOf = (draft: Draft<MoveDraft>, onAdded: () => void) => ({
  max: PHOTOS_MAX,
  take: (ref: string) => {
    if (!movePhotos.take(draft, [ref])) toast(FULL_ZH, 'danger')
    onAdded()
  },
  add: async () => {
    try {
      if (!(await movePhotos.add(draft, PHOTOS_MAX, 'both'))) toast(FULL_ZH, 'danger')
      onAdded()
    } catch (err) {
      toast(zhOf(err), 'danger')
    }
  },
  remove: (ref: string) => movePhotos.remove(draft.id, ref),
  retry: (ref: string) => movePhotos.retry(draft.id, ref),
})

export type MoveForm = ReturnType<typeof useMoveForm>

/** A draft that waits already takes over what was chosen since. */
function begin(id: string, view: CaseView, plan: Plan, first: Master | null): Draft<MoveDraft> {
  const { id: planId, zh, moves } = plan
  const waits = moveDrafts.find(id)
  if (waits && first) keep({ ...waits, fields: { ...waits.fields, ...first } })
  if (waits) return waits
  const { id: caseId, number, title } = view
  const keys = moves.map(newKey)
  const about = { personId: heldPersonId(), caseId, number, title, planId, planZh: zh, keys }
  return moveDrafts.begin(id, { ...firstFields(view, plan), ...first, ...about })
}
