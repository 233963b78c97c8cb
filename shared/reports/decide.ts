import { cellOf } from '../cases/cells'
import { CASE_LIMITS, type Clocks, dueAfter } from '../cases/clocks'
import type { CaseSource, CaseState, Urgency } from '../cases/states'
import { CASE_ENTRIES } from '../cases/transitions'
import type { Position } from '../kit/fields'
import { isRefusal, type Refusal, refuse } from '../kit/refusal'
import type { WorkCalendar } from '../kit/work-clock'
import { type Contact, checkContact } from './contact'
import { type IntakeWay, isIntake } from './intake'
import { type Answered, type Answers, blockOf, type Question, readAnswers } from './questions'
import { mayReport } from './rules'
import { type Raised, urgencyOf } from './urgency'

/** What a citizen sent, apart from the key. */
export type Telling = {
  readonly photos: readonly string[]
  readonly position: Position
  readonly words: string
  readonly addressZh: string
  readonly pointCode: string | null
  readonly identity: 'anonymous' | 'wechat' | 'real_name'
  readonly contact: Contact | null
  readonly source: CaseSource
  readonly answers: Answers
  /** 巡查直立 where the finder files directly; otherwise it waits for a reviewer. */
  readonly way?: IntakeWay
  readonly conditions?: readonly string[]
}

/** What the house knows when it arrives. */
export type ReportFacts = {
  /** Reports of this person since midnight, Shanghai. */
  readonly today: number
  /** How many of the photos are the person's own and held by no case. */
  readonly freePhotos: number
  readonly category: { readonly code: string; readonly zh: string } | undefined
  /** What the category asks besides. */
  readonly questions: readonly Question[]
  readonly place: { readonly gridId: string; readonly labelZh: string }
  readonly calendar: WorkCalendar
  readonly at: Date
}

/** A case as it begins. */
export type NewCase = Clocks & {
  readonly title: string
  readonly words: string
  readonly state: CaseState
  readonly source: CaseSource
  readonly categoryCode: string
  readonly urgency: Urgency
  readonly addressZh: string
  readonly pointCode: string | null
  readonly lng: number
  readonly lat: number
  readonly accuracyM: number | null
  readonly cell: number
  readonly gridId: string | null
  readonly isPublic: boolean
  readonly submittedAt: Date
  readonly filedAt: Date | null
}

declare const decided: unique symbol
/** Minted only by `decideReport`; the record statement takes nothing else. */
export type ReportDecision = {
  readonly telling: Telling
  readonly kind: IntakeWay
  readonly case: NewCase
  readonly answered: readonly Answered[]
  readonly payload: Readonly<Record<string, unknown>>
  readonly [decided]: true
}

export function decideReport(telling: Telling, facts: ReportFacts): ReportDecision | Refusal {
  const { category, place, at } = facts
  const refused = unfit(telling, facts)
  if (refused) return refused
  if (!category) return refuse('invalid', '没有这个类别，请重新选择', 'categoryCode')
  const answered = readAnswers(facts.questions, telling.answers)
  if (isRefusal(answered)) return answered
  const { urgency, why } = raised(telling, facts)
  const kind = telling.way ?? 'report'
  const begun = begins(kind, urgency, facts)
  if (isRefusal(begun)) return begun
  const { lng, lat, accuracyM } = telling.position
  const addressZh = telling.addressZh || place.labelZh
  const newCase: NewCase = {
    ...BEGINNING,
    ...{ title: titleOf(addressZh, category.zh), words: telling.words, source: telling.source, addressZh },
    ...{ categoryCode: category.code, pointCode: telling.pointCode, gridId: place.gridId },
    ...{ lng, lat, accuracyM, cell: cellOf({ lng, lat }) },
    ...{ urgency, submittedAt: at, stageAt: at, ...begun },
  }
  const payload = {
    photos: telling.photos.length,
    ...(accuracyM === null ? {} : { accuracyM }),
    ...(why === '' ? {} : { raisedTo: urgency, raisedBy: why }),
    ...(kind === 'file_direct' ? { conditions: telling.conditions ?? [] } : {}),
  }
  return { telling, kind, case: newCase, answered, payload } as unknown as ReportDecision
}

/** What stands against taking it at all. A citizen in danger calls first; who works for the county is not stopped. */
function unfit(telling: Telling, { today, freePhotos, questions }: ReportFacts): Refusal | null {
  const isStaff = isIntake(telling.source)
  const early = mayReport(today, telling.source) ?? (isStaff ? null : checkContact(telling.identity, telling.contact))
  if (early) return early
  if (freePhotos < new Set(telling.photos).size) return refuse('invalid', '有照片没传好，请重新上传', 'photos')
  const block = isStaff ? null : blockOf(questions, telling.answers)
  return block && refuse('invalid', `${block.zh}。险情解除后再来提交`, 'answers')
}

/** An answer that means danger weighs as much as a word of it. */
function raised({ words, answers }: Telling, { questions }: ReportFacts): Raised {
  const block = blockOf(questions, answers)
  return block ? { urgency: 'emergency', why: block.zh } : urgencyOf(words)
}

/** Where its life begins, and how long the next step may take. */
function begins(kind: IntakeWay, urgency: Urgency, { calendar, at }: ReportFacts) {
  const isFiled = kind === 'file_direct'
  const stageDueAt = dueAfter(calendar, at, isFiled ? CASE_LIMITS.dispatch[urgency] : CASE_LIMITS.accept)
  if (isRefusal(stageDueAt)) return stageDueAt
  return { state: CASE_ENTRIES[kind].to, filedAt: isFiled ? at : null, stageDueAt }
}

const BEGINNING = {
  isPublic: false,
  limitMinutes: null,
  limitClock: 'work',
  dispatchedAt: null,
  dueAt: null,
  pausedLeft: null,
} as const

/** 新建路附近井盖缺失: place and class, which is what a list can be read by. */
export const titleOf = (address: string, category: string) => `${address.split(' · ')[0] ?? ''}${category}`.slice(0, 60)
