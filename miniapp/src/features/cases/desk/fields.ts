import type { Ask } from '@shared/cases/case-now'
import type { CaseView } from '@shared/cases/contract'
import { missingNeed } from '@shared/cases/needs'
import type { RejectReason, SuspendReason, Urgency } from '@shared/cases/states'
import { type CaseMove, type Need, transitionOf } from '@shared/cases/transitions'
import type { Refusal } from '@shared/kit/refusal'
import { shanghaiMoment } from '@shared/kit/time'
import type { Plan } from './plans'

/** The inputs of the one form, in the order a person fills them in. */
export const FIELDS = [
  'condition',
  'category',
  'urgency',
  'grid',
  'unit',
  'coUnits',
  'inspector',
  'master',
  'rejectReason',
  'suspendReason',
  'reviewAt',
  'newDueAt',
  'target',
  'proof',
  'photos',
  'note',
  'isPublic',
] as const satisfies readonly (Need | 'urgency' | 'isPublic')[]
export type Field = (typeof FIELDS)[number]

/** What a move may carry beside what it needs. */
const MORE: { readonly [move in CaseMove]?: readonly Field[] } = {
  file: ['urgency', 'isPublic'],
  reclass: ['urgency'],
  dispatch: ['coUnits', 'note'],
  arbitrate: ['coUnits'],
  return: ['unit'],
  reassign: ['coUnits'],
  send_verify: ['note'],
  report_back: ['photos'],
  merge: ['note'],
  resume: ['note'],
  close: ['note'],
  ask_extend: ['photos'],
}

const needsOf = (move: CaseMove): readonly Field[] => transitionOf(move).needs
const ofMove = (move: CaseMove) => [...needsOf(move), ...(MORE[move] ?? [])]

export const fieldsOf = ({ moves }: Plan) => {
  const wanted = new Set(moves.flatMap(ofMove))
  return FIELDS.filter((field) => wanted.has(field))
}

export const isNeeded = ({ moves }: Plan, field: Field) => moves.some((move) => needsOf(move).includes(field))

export type Named = { readonly id: string; readonly zh: string }

export type MoveFields = {
  readonly note: string
  readonly photoWaiver: string
  readonly conditions: readonly string[]
  readonly categoryCode: string
  readonly urgency: Urgency
  readonly gridId: string | null
  readonly unitId: string | null
  readonly unitZh: string
  /** 协办 units by name. */
  readonly coUnits: readonly Named[]
  readonly inspectorId: string | null
  readonly masterId: string | null
  readonly masterZh: string
  readonly rejectReason: RejectReason | null
  readonly suspendReason: SuspendReason | null
  /** YYYY-MM-DD; the hour of a review is the end of that work day. */
  readonly reviewDay: string
  readonly dueDay: string
  /** HH:MM */
  readonly dueClock: string
  readonly target: string
  readonly externalNumber: string
  /** Null until chosen: then it follows the category. */
  readonly isPublic: boolean | null
}

/** As much as is known already: the class and grid of the case, the unit of its place. */
export function firstFields({ categoryCode, urgency, gridId, chain, unitId }: CaseView, { moves }: Plan): MoveFields {
  const near = chain.find(({ tier }) => tier === 3)
  const isOther = near && near.unitId !== unitId && !moves.includes('return')
  return {
    ...{ note: '', photoWaiver: '', conditions: [], categoryCode, urgency, gridId },
    unitId: isOther ? near.unitId : null,
    unitZh: isOther ? (near.unitName ?? '') : '',
    coUnits: [],
    ...{ inspectorId: null, masterId: null, masterZh: '', rejectReason: null, suspendReason: null },
    ...{ reviewDay: '', dueDay: '', dueClock: '18:00', target: '', externalNumber: '', isPublic: null },
  }
}

const END_OF_DAY = 18 * 60

const minutesOf = (clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

/** What one move of the plan sends: its own inputs only. */
export function askOf(move: CaseMove, given: MoveFields, photos: readonly string[]): Ask {
  const has = new Set(ofMove(move))
  const pick = <T, E>(field: Field, value: T, empty: E) => (has.has(field) ? value : empty)
  const or = <T>(field: Field, value: T) => pick(field, value, null)
  const isShown = has.has('photos') || has.has('proof')
  return {
    move,
    note: pick('note', given.note.trim(), ''),
    photos: isShown ? [...photos] : [],
    photoWaiver: photos.length === 0 ? pick('proof', given.photoWaiver.trim(), '') : '',
    conditions: pick('condition', [...given.conditions], []),
    categoryCode: or('category', given.categoryCode),
    urgency: or('urgency', given.urgency),
    gridId: or('grid', given.gridId),
    unitId: or('unit', given.unitId),
    coUnitIds: pick(
      'coUnits',
      given.coUnits.map(({ id }) => id),
      [],
    ),
    inspectorId: or('inspector', given.inspectorId),
    masterId: or('master', given.masterId),
    rejectReason: or('rejectReason', given.rejectReason),
    suspendReason: or('suspendReason', given.suspendReason),
    reviewAt: given.reviewDay ? or('reviewAt', shanghaiMoment(given.reviewDay, END_OF_DAY)) : null,
    newDueAt: given.dueDay ? or('newDueAt', shanghaiMoment(given.dueDay, minutesOf(given.dueClock))) : null,
    target: pick('target', given.target.trim(), ''),
    externalNumber: pick('target', given.externalNumber.trim(), ''),
    isPublic: or('isPublic', given.isPublic),
  }
}

/** The same table of needs the server goes by, asked before anything is sent. */
export const missingIn = (view: CaseView, asks: readonly Ask[], at: Date): Refusal | null =>
  asks.map((ask) => missingNeed(view, transitionOf(ask.move).needs, ask, at)).find((no) => no !== null) ?? null
