import { type Refusal, refuse } from '../kit/refusal'
import { addDays } from '../kit/time'
import type { Ask, CaseNow } from './case-now'
import { CASE_LIMITS } from './clocks'
import type { Need } from './transitions'

/** What of a case its needs look at: the phone knows as much, and can say what is missing before it sends. */
type Known = Pick<CaseNow, 'id' | 'categoryCode' | 'gridId'>

const NEED: Record<Need, { zh: string; field: string; met: (ask: Ask, was: Known, at: Date) => boolean }> = {
  note: { zh: '请填写说明', field: 'note', met: ({ note }) => note.length > 0 },
  photos: { zh: '请上传照片', field: 'photos', met: ({ photos }) => photos.length > 0 },
  proof: {
    zh: '请上传照片，或写明没有照片的原因',
    field: 'photos',
    met: ({ photos, photoWaiver }) => photos.length > 0 || photoWaiver.length > 0,
  },
  condition: { zh: '请勾选符合的条件', field: 'conditions', met: ({ conditions }) => conditions.length > 0 },
  category: {
    zh: '请选择类别',
    field: 'categoryCode',
    met: ({ categoryCode }, was) => (categoryCode ?? was.categoryCode) !== '',
  },
  grid: { zh: '请选择网格', field: 'gridId', met: ({ gridId }, was) => (gridId ?? was.gridId) !== null },
  unit: { zh: '请选择责任单位', field: 'unitId', met: ({ unitId }) => unitId !== null },
  coUnits: { zh: '请选择协办单位', field: 'coUnitIds', met: ({ coUnitIds }) => coUnitIds.length > 0 },
  inspector: { zh: '请选择核实人员', field: 'inspectorId', met: ({ inspectorId }) => inspectorId !== null },
  master: {
    zh: '请选择要并入的案件',
    field: 'masterId',
    met: ({ masterId }, was) => masterId !== null && masterId !== was.id,
  },
  rejectReason: { zh: '请选择不予立案的理由', field: 'rejectReason', met: ({ rejectReason }) => rejectReason !== null },
  suspendReason: { zh: '请选择挂账的理由', field: 'suspendReason', met: ({ suspendReason }) => suspendReason !== null },
  reviewAt: {
    zh: '请填写复查日期，90 天以内',
    field: 'reviewAt',
    met: ({ reviewAt }, _was, at) =>
      reviewAt !== null && reviewAt > at && reviewAt <= addDays(at, CASE_LIMITS.suspendDaysMax),
  },
  newDueAt: { zh: '请填写新的时限', field: 'newDueAt', met: ({ newDueAt }) => newDueAt !== null },
  target: { zh: '请填写转到哪里', field: 'target', met: ({ target }) => target.length > 0 },
}

export function missingNeed(was: Known, needs: readonly Need[], ask: Ask, at: Date): Refusal | null {
  const missing = needs.map((need) => NEED[need]).find(({ met }) => !met(ask, was, at))
  return missing ? refuse('missing', missing.zh, missing.field) : null
}
