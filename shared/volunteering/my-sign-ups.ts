import { addMinutes, momentZh } from '../kit/time'
import { type PresenceNow, whyNotIn, whyNotOut } from './check-ins'
import type { SignUpState } from './sign-ups'

/** 我的活动: what is still to come, and what is over or given up. */
export const MY_SIGN_UP_LISTS = ['coming', 'past'] as const
export type MySignUpList = (typeof MY_SIGN_UP_LISTS)[number]

/** Told among what is to come although nothing has to be done: that it was called off. */
export const COMING_SIGN_UPS = [
  'applied',
  'approved',
  'waitlisted',
  'offered',
  'cancelled_by_org',
] as const satisfies readonly SignUpState[]

/** 接下来: what the person has to do, and the button for it where there is one now. */
export type NextStep = { readonly act: 'check_in' | 'check_out' | null; readonly zh: string }

export function nextStep(was: PresenceNow, at: Date): NextStep {
  if (was.state !== 'approved') return { act: null, zh: RESTING_ZH[was.state] ?? '' }
  if (was.isRecorded) return { act: null, zh: '时长已认定' }
  if (was.attendance.state === 'out') return { act: null, zh: '已签退，等领队确认名单' }
  return was.attendance.state === 'in' ? leaving(was, at) : coming(was, at)
}

function leaving(was: PresenceNow, at: Date): NextStep {
  const refusal = whyNotOut(was, null, at)
  return refusal ? { act: null, zh: refusal.zh } : { act: 'check_out', zh: '离开时请签退' }
}

function coming(was: PresenceNow, at: Date): NextStep {
  const { startsAt, endsAt, graceMinutes } = was.shift
  const opensAt = addMinutes(startsAt, -graceMinutes)
  if (at >= endsAt) return { act: null, zh: '没有签到记录，如有出入请联系领队' }
  if (at < opensAt) return { act: null, zh: `${momentZh(opensAt, at)} 起可以签到` }
  const refusal = whyNotIn(was, null, at)
  return refusal ? { act: null, zh: refusal.zh } : { act: 'check_in', zh: '现在可以签到' }
}

const RESTING_ZH: Partial<Record<SignUpState, string>> = {
  applied: '等领队审核',
  waitlisted: '有名额空出时通知您',
  offered: '有名额了，请在截止前确认',
  cancelled_by_org: '活动已取消，不用到场',
  no_show: '记为未到，如有出入可以申诉',
  handed_over: '对方已接，您不用到场',
}
