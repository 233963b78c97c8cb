import { dhashDistance } from '../files/dhash'
import { distanceZh } from '../kit/geo'
import { type Actor, holds, unitsOf } from '../people/roles'
import type { CaseState } from './states'
import type { CaseMove } from './transitions'

export const DOUBT_CODES = ['far_feedback', 'far_check', 'same_as_before', 'same_as_other', 'risky_account'] as const
export type DoubtCode = (typeof DOUBT_CODES)[number]
/** 疑点: something to look at before a case is closed. It never stops anybody. */
export type Doubt = { readonly code: DoubtCode; readonly zh: string }

/** Metres from the case beyond which a feedback was likely not made on the spot. */
export const FAR_M = 50
/** Bits two perceptual hashes may differ in and still be the same view with the same things in it. */
export const DHASH_NEAR = 4

/** Moves that are made where the problem is: their sender's distance from it is noted. */
const ON_SPOT: readonly CaseMove[] = ['handle', 'close']
export const isOnSpot = (move: CaseMove) => ON_SPOT.includes(move)

const DOUBTED: readonly CaseState[] = ['handled', 'closed', 'reopen_req']

/** Verifiers and the office, once there is a feedback; not the unit that gave it, or it would learn what is looked at. */
export const seesDoubts = (actor: Actor, { state, unitId }: { state: CaseState; unitId: string | null }) =>
  DOUBTED.includes(state) &&
  (['verifier', 'reviewer', 'admin'] as const).some((role) => holds(actor, role)) &&
  !(unitId !== null && unitsOf(actor).includes(unitId))

/** WeChat's word on the account a report came from: for reviewers, at any time, and never a reason by itself. */
export const RISKY_ACCOUNT: Doubt = {
  code: 'risky_account',
  zh: '微信提示反映账号风险较高，请多核实；不能只凭这一条不受理',
}

export type Print = { readonly sha256: string; readonly dhash: string | null }

export type Feedback = {
  /** Metres between the case and the phone at 反馈 and at 核查; null where the phone gave no position. */
  readonly feedbackM: number | null
  readonly checkM: number | null
  readonly before: readonly Print[]
  readonly after: readonly Print[]
  /** Numbers of other cases that hold a photo equal to one of `after`. */
  readonly elsewhere: readonly string[]
}

export const isSameView = (a: Print, b: Print) =>
  a.sha256 === b.sha256 || (a.dhash !== null && b.dhash !== null && dhashDistance(a.dhash, b.dhash) <= DHASH_NEAR)

const far = (code: DoubtCode, what: string, metres: number | null): readonly Doubt[] =>
  metres !== null && metres > FAR_M ? [{ code, zh: `${what}时手机离案件 ${distanceZh(metres)}` }] : []

export function doubtsOf({ feedbackM, checkM, before, after, elsewhere }: Feedback): readonly Doubt[] {
  const isUnchanged = after.some((one) => before.some((other) => isSameView(one, other)))
  return [
    ...far('far_feedback', '反馈', feedbackM),
    ...far('far_check', '核查', checkM),
    ...(isUnchanged ? [{ code: 'same_as_before', zh: '整改后照片和整改前几乎一样' } as const] : []),
    ...(elsewhere.length > 0
      ? [{ code: 'same_as_other', zh: `整改后照片和案件 ${elsewhere.join('、')} 的照片相同` } as const]
      : []),
  ]
}
