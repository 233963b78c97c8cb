import type { CaseSource } from '../cases/states'
import { type Refusal, refuse } from '../kit/refusal'
import { type Actor, holdsAny } from '../people/roles'

/** 代录: how a report comes in through somebody who works for the county. */
export const INTAKE_SOURCES = ['phone', 'email', 'patrol', 'street_walk', 'media', 'superior'] as const
export type IntakeSource = (typeof INTAKE_SOURCES)[number]

const OFFICE = ['reviewer', 'dispatcher', 'admin'] as const
/** Own findings of those who walk the streets are filed at once: 巡查直立. */
const WALKERS = { patrol: ['verifier'], street_walk: ['area_leader'] } as const

export const isIntake = (source: CaseSource) => (INTAKE_SOURCES as readonly string[]).includes(source)

export type IntakeWay = 'report' | 'file_direct'

/** Whether it waits for a reviewer or is filed directly; null where this person may not enter such a source at all. */
export function intakeWay(actor: Actor, source: IntakeSource): IntakeWay | null {
  if ((source === 'patrol' || source === 'street_walk') && holdsAny(actor, WALKERS[source])) return 'file_direct'
  return holdsAny(actor, OFFICE) ? 'report' : null
}

export const sourcesOf = (actor: Actor) => INTAKE_SOURCES.filter((source) => intakeWay(actor, source) !== null)

/** What a walker ticks: it was seen, it is ours, it can be found. */
export const DIRECT_CONDITIONS = ['现场亲眼看到', '属于本县职责范围', '位置在网格内，可以找到'] as const

type Given = {
  readonly source: IntakeSource
  readonly photos: readonly string[]
  readonly conditions: readonly string[]
  readonly isNamed: boolean
  readonly mailId: string | null
}

export function checkIntake(actor: Actor, { source, photos, conditions, isNamed, mailId }: Given): IntakeWay | Refusal {
  const way = intakeWay(actor, source)
  if (way === null) return refuse('forbidden', '您的身份不能录入这种来源', 'source')
  if (mailId !== null && source !== 'email') return refuse('invalid', '来信只能按邮箱录入', 'source')
  if (way === 'report')
    return isNamed && source !== 'phone' && source !== 'email'
      ? refuse('invalid', '只有来电和来信才留联系方式', 'caller')
      : way
  if (photos.length === 0) return refuse('missing', '直接立案至少要一张现场照片', 'photos')
  return conditions.length === 0 ? refuse('missing', '请勾选立案条件', 'conditions') : way
}

/** 回访结果 */
export const CALLBACK_OUTCOMES = ['reached', 'no_answer', 'wrong_number', 'declined'] as const
export type CallbackOutcome = (typeof CALLBACK_OUTCOMES)[number]
export const CALLBACK_ZH: Record<CallbackOutcome, string> = {
  reached: '已回访',
  no_answer: '没人接',
  wrong_number: '号码不对',
  declined: '不需要回访',
}
