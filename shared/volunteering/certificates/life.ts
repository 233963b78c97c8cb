import { type Refusal, refuse } from '../../kit/refusal'
import { addDays, shanghaiMoment } from '../../kit/time'
import { isCountyAdmin } from '../../people/grants'
import { type Actor, holds } from '../../people/roles'

export const CERTIFICATE_STATES = ['requested', 'issued', 'superseded', 'revoked', 'refused'] as const
export type CertificateState = (typeof CERTIFICATE_STATES)[number]

/** `office` is the unit that organised and recorded, never the holder; `other` besides did not issue it; `reissue` is the new one's. */
type Party = 'office' | 'other' | 'reissue'
type Need = 'note' | 'headZh' | 'contactZh'
type Row = {
  readonly zh: string
  readonly from: readonly CertificateState[]
  readonly to: CertificateState
  readonly by: Party
  readonly needs: readonly Need[]
}

/** 志愿服务记录证明: its life after it was asked for. Buttons, guards and tests all read this table. */
// biome-ignore format: a table reads by its columns
export const CERTIFICATE_TRANSITIONS = {
  issue:     { zh: '出具',     from: ['requested'], to: 'issued',     by: 'office',  needs: ['headZh', 'contactZh'] },
  refuse:    { zh: '不予出具', from: ['requested'], to: 'refused',    by: 'office',  needs: ['note'] },
  revoke:    { zh: '撤销',     from: ['issued'],    to: 'revoked',    by: 'other',   needs: ['note'] },
  supersede: { zh: '以新换旧', from: ['issued'],    to: 'superseded', by: 'reissue', needs: [] },
} as const satisfies Record<string, Row>
export type CertificateMove = keyof typeof CERTIFICATE_TRANSITIONS
const rowOf = (move: CertificateMove): Row => CERTIFICATE_TRANSITIONS[move]

/** What the office may press; the fourth happens with the new paper. */
export const OFFICE_MOVES = ['issue', 'refuse', 'revoke'] as const
export type CertificateOfficeMove = (typeof OFFICE_MOVES)[number]
export const CERTIFICATE_EVENT_KINDS = ['request', ...OFFICE_MOVES, 'supersede'] as const

/** 现在的状态, derived: an issued one whose records were corrected since is `corrected` until a new one stands for it. */
export const STANDINGS = ['requested', 'refused', 'valid', 'corrected', 'superseded', 'revoked'] as const
export type Standing = (typeof STANDINGS)[number]

export const standingOf = (state: CertificateState, isCorrected: boolean): Standing =>
  state === 'issued' ? (isCorrected ? 'corrected' : 'valid') : state

/** All of a certificate that its rules look at; `isOffice` says whether the asker leads shifts of the team. */
export type CertificateNow = {
  readonly id: string
  readonly state: CertificateState
  readonly version: number
  readonly personId: string
  readonly teamId: string
  readonly issuedBy: string | null
  readonly supersedesId: string | null
}

export type CertificateAsk = {
  readonly move: CertificateOfficeMove
  readonly note: string
  readonly headZh: string
  readonly contactZh: string
}

declare const decided: unique symbol
/** Minted only by `decideCertificate`; the only thing the shell records. */
export type CertificateDecision = {
  readonly was: CertificateNow
  readonly is: { readonly state: CertificateState; readonly version: number }
  readonly ask: CertificateAsk
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}

/** 组织并记录的单位: a leader of the team's shifts, or the county's administrator for it. Nobody is office for himself. */
const isOffice = (was: CertificateNow, actor: Actor, leads: boolean) =>
  was.personId !== actor.id && (isCountyAdmin(actor) || (holds(actor, 'shift_leader') && leads))

const mayBe: Record<Party, (was: CertificateNow, actor: Actor, leads: boolean) => boolean> = {
  office: isOffice,
  other: (was, actor, leads) => isOffice(was, actor, leads) && was.issuedBy !== actor.id,
  reissue: () => false,
}

const NEED_ZH: Record<Need, string> = {
  note: '请写明理由',
  headZh: '请填写负责人',
  contactZh: '请填写联系方式',
}

export const openCertificateMoves = (was: CertificateNow, actor: Actor, leads: boolean): CertificateOfficeMove[] =>
  OFFICE_MOVES.filter((move) => rowOf(move).from.includes(was.state) && mayBe[rowOf(move).by](was, actor, leads))

type Given = { readonly leads: boolean; readonly at: Date }

export function decideCertificate(
  was: CertificateNow,
  actor: Actor,
  ask: CertificateAsk,
  { leads, at }: Given,
): CertificateDecision | Refusal {
  const { zh, from, to, by, needs } = rowOf(ask.move)
  if (was.personId === actor.id) return refuse('forbidden', '自己的证明要由别人办理')
  if (!mayBe[by](was, actor, leads))
    return refuse('forbidden', by === 'other' ? '撤销要由出具人以外的人办理' : `您不能${zh}这份证明`)
  if (!from.includes(was.state)) return refuse('wrong_state', `当前状态不能${zh}`)
  const missing = needs.find((need) => ask[need].trim() === '')
  if (missing) return refuse('missing', NEED_ZH[missing], missing)
  return { was, is: { state: to, version: was.version + 1 }, ask, by: actor.id, at } as CertificateDecision
}

const DAYS_MAX = 3_660

/** The moments a period of whole Shanghai days spans; the last day is in it. */
export const periodOf = (fromDay: string, toDay: string) => ({
  from: shanghaiMoment(fromDay),
  to: addDays(shanghaiMoment(toDay), 1),
})

export function checkPeriod(fromDay: string, toDay: string, today: string): Refusal | null {
  if (fromDay > toDay) return refuse('invalid', '开始日期不能晚于结束日期', 'fromDay')
  if (toDay > today) return refuse('invalid', '结束日期最晚到今天', 'toDay')
  const { from, to } = periodOf(fromDay, toDay)
  return addDays(from, DAYS_MAX) < to ? refuse('invalid', '一份证明最多 10 年', 'fromDay') : null
}
