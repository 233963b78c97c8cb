import { isRefusal, type Refusal, refuse } from '../kit/refusal'
import { addWorkMinutes, WORK_DAY_MINUTES, type WorkCalendar } from '../kit/work-clock'
import { type Actor, holds, holdsGrid, holdsUnit, unitsOf } from '../people/roles'
import { CLOCK } from './case-now'
import { type CaseState, isOpen } from './states'

export const SUPERVISION_STATES = ['issued', 'answered', 'proposed', 'cancelled'] as const
export type SupervisionState = (typeof SUPERVISION_STATES)[number]

export const COLOURS = ['blue', 'yellow', 'red'] as const
export type Colour = (typeof COLOURS)[number]

export const SUPERVISION_LEVELS = ['county', 'town'] as const
export type SupervisionLevel = (typeof SUPERVISION_LEVELS)[number]

/** Work days the unit has for its answer; the county's own figures. */
export const ANSWER_DAYS: Record<Colour, number> = { blue: 3, yellow: 2, red: 1 }

/** `supervisor` is the office or the 包片领导 of the place, never of the supervised unit; `other` is one who did not propose. */
type Party = 'unit' | 'supervisor' | 'other'
type Need = 'note' | 'photos' | 'level'
type Row = {
  readonly zh: string
  readonly from: readonly SupervisionState[]
  readonly to: SupervisionState | 'same'
  readonly by: Party
  readonly needs: readonly Need[]
}

/** 督办台账: the life of an entry after it was issued. Buttons, guards and tests all read this table. */
// biome-ignore format: a table reads by its columns
export const SUPERVISION_TRANSITIONS = {
  answer:    { zh: '书面答复',   from: ['issued'],             to: 'answered',  by: 'unit',       needs: ['note', 'photos'] },
  send_back: { zh: '退回重答',   from: ['answered'],           to: 'issued',    by: 'supervisor', needs: ['note'] },
  list:      { zh: '挂牌',       from: ['issued', 'answered'], to: 'same',      by: 'supervisor', needs: ['note', 'level'] },
  propose:   { zh: '提请销号',   from: ['answered'],           to: 'proposed',  by: 'supervisor', needs: ['note', 'photos'] },
  confirm:   { zh: '同意销号',   from: ['proposed'],           to: 'cancelled', by: 'other',      needs: [] },
  deny:      { zh: '不同意销号', from: ['proposed'],           to: 'answered',  by: 'other',      needs: ['note'] },
} as const satisfies Record<string, Row>
export type SupervisionMove = keyof typeof SUPERVISION_TRANSITIONS
export const SUPERVISION_MOVES = Object.keys(SUPERVISION_TRANSITIONS) as [SupervisionMove, ...SupervisionMove[]]
export const SUPERVISION_EVENT_KINDS = ['issue', ...SUPERVISION_MOVES] as const
export type SupervisionEventKind = (typeof SUPERVISION_EVENT_KINDS)[number]
const rowOf = (move: SupervisionMove): Row => SUPERVISION_TRANSITIONS[move]

/** All of an entry that its rules look at or change; grid and state are those of its case. */
export type SupervisionNow = {
  readonly id: string
  readonly state: SupervisionState
  readonly version: number
  readonly colour: Colour
  readonly level: SupervisionLevel
  readonly unitId: string
  readonly gridId: string | null
  readonly caseState: CaseState
  readonly listedAt: Date | null
  readonly dueAt: Date
  readonly proposedBy: string | null
  readonly confirmedBy: string | null
}
type Changes = Partial<Omit<SupervisionNow, 'id' | 'unitId' | 'gridId' | 'caseState' | 'colour'>>

export type SupervisionAsk = {
  readonly move: SupervisionMove
  readonly note: string
  readonly photos: readonly string[]
  readonly level: SupervisionLevel | null
}

declare const decided: unique symbol
export type SupervisionDecision = {
  readonly was: SupervisionNow
  readonly changes: Changes & { readonly state: SupervisionState; readonly version: number }
  readonly ask: SupervisionAsk
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}

type Place = Pick<SupervisionNow, 'unitId' | 'gridId'>

/** Whoever may issue, list and cancel: the office and the leader of the place, never one of the unit itself. */
export const supervises = (actor: Actor, { unitId, gridId }: Place) =>
  !unitsOf(actor).includes(unitId) &&
  (holds(actor, 'admin') || holdsGrid(actor, 'reviewer', gridId) || holdsGrid(actor, 'area_leader', gridId))

const PARTY: Record<Party, (was: SupervisionNow, actor: Actor) => boolean> = {
  unit: (was, actor) => holdsUnit(actor, 'handler', was.unitId),
  supervisor: (was, actor) => supervises(actor, was),
  other: (was, actor) => supervises(actor, was) && was.proposedBy !== actor.id,
}

const NEED: Record<Need, { zh: string; met: (ask: SupervisionAsk) => boolean }> = {
  note: { zh: '请填写说明', met: ({ note }) => note.length > 0 },
  photos: { zh: '请上传佐证照片', met: ({ photos }) => photos.length > 0 },
  level: { zh: '请选择挂牌级别', met: ({ level }) => level !== null },
}

/** What else must hold: an entry is listed once, and is cancelled only when the case itself is over. */
function guarded(was: SupervisionNow, move: SupervisionMove): Refusal | null {
  if (move === 'list' && was.listedAt !== null) return refuse('wrong_state', '已经挂牌')
  if (move === 'propose' && isOpen(was.caseState)) return refuse('wrong_state', '案件办结以后才能提请销号')
  return null
}

type Given = { readonly at: Date; readonly calendar: WorkCalendar }

function effectOf(was: SupervisionNow, actor: Actor, ask: SupervisionAsk, { at, calendar }: Given): Changes | Refusal {
  switch (ask.move) {
    case 'list':
      return { listedAt: at, level: ask.level ?? was.level }
    case 'propose':
      return { proposedBy: actor.id }
    case 'deny':
      return { proposedBy: null }
    case 'confirm':
      return { confirmedBy: actor.id }
    case 'send_back': {
      const dueAt = answerDueAt(calendar, was.colour, at)
      return isRefusal(dueAt) ? dueAt : { dueAt }
    }
    default:
      return {}
  }
}

export function decideSupervision(
  was: SupervisionNow,
  actor: Actor,
  ask: SupervisionAsk,
  given: Given,
): SupervisionDecision | Refusal {
  const row = rowOf(ask.move)
  if (!PARTY[row.by](was, actor)) return refuse('forbidden', whyNot(was, actor, row))
  if (!row.from.includes(was.state)) return refuse('wrong_state', `这张督办单现在不能${row.zh}`)
  const missing = row.needs.find((need) => !NEED[need].met(ask))
  if (missing) return refuse('missing', NEED[missing].zh, missing)
  const stopped = guarded(was, ask.move)
  if (stopped) return stopped
  const effect = effectOf(was, actor, ask, given)
  if (isRefusal(effect)) return effect
  const state = row.to === 'same' ? was.state : row.to
  const changes = { ...effect, state, version: was.version + 1 }
  return { was, changes, ask, by: actor.id, at: given.at } as SupervisionDecision
}

function whyNot(was: SupervisionNow, actor: Actor, { zh, by }: Row) {
  if (by !== 'unit' && unitsOf(actor).includes(was.unitId)) return `本单位的人不能${zh}本单位的督办单`
  if (by === 'other' && was.proposedBy === actor.id) return '提请和同意要由两个人办，请另一位办理'
  return `您不能${zh}`
}

export const openSupervisionMoves = (was: SupervisionNow, actor: Actor) =>
  SUPERVISION_MOVES.filter((move) => {
    const { by, from } = rowOf(move)
    return PARTY[by](was, actor) && from.includes(was.state) && guarded(was, move) === null
  })

export const answerDueAt = (calendar: WorkCalendar, colour: Colour, at: Date) =>
  addWorkMinutes(calendar, at, ANSWER_DAYS[colour] * WORK_DAY_MINUTES)

export type IssueAsk = {
  readonly colour: Colour
  readonly level: SupervisionLevel
  readonly isListed: boolean
  readonly note: string
}
type Supervised = Pick<SupervisionNow, 'gridId'> & {
  readonly id: string
  readonly state: CaseState
  readonly cycle: number
  readonly unitId: string | null
}
export type IssueDecision = {
  readonly caseId: string
  readonly cycle: number
  readonly unitId: string
  readonly ask: IssueAsk
  readonly by: string
  readonly at: Date
  readonly dueAt: Date
  readonly [decided]: true
}

const AT_UNIT: readonly CaseState[] = ['dispatched', 'processing', 'suspended', 'handled', 'reopen_req']

/** 督办单: for a case that a unit has in hand; one of each colour a case and cycle, which the table holds. */
export function decideIssue(of: Supervised, actor: Actor, ask: IssueAsk, given: Given): IssueDecision | Refusal {
  const { id: caseId, cycle, unitId, gridId } = of
  if (unitId === null || !AT_UNIT.includes(of.state)) return refuse('wrong_state', '案件不在单位手里，不用督办')
  if (actor.id !== CLOCK.id && !supervises(actor, { unitId, gridId })) return refuse('forbidden', '您不能督办这件案件')
  if (ask.note.length === 0) return refuse('missing', '请写明督办要求', 'note')
  const dueAt = answerDueAt(given.calendar, ask.colour, given.at)
  if (isRefusal(dueAt)) return dueAt
  return { caseId, cycle, unitId, ask, by: actor.id, at: given.at, dueAt } as IssueDecision
}

export const mayIssue = (of: Supervised, actor: Actor) =>
  of.unitId !== null && AT_UNIT.includes(of.state) && supervises(actor, { unitId: of.unitId, gridId: of.gridId })
