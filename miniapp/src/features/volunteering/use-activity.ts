import type { Refusal } from '@shared/kit/refusal'
import { momentZh } from '@shared/kit/time'
import { type ActivityView, GetActivity, type ShiftView, SignUp, Withdraw } from '@shared/volunteering/contract'
import { RegisterVolunteer } from '@shared/volunteering/register-contract'
import type { SignUpState } from '@shared/volunteering/sign-ups'
import type { AgeBand } from '@shared/volunteering/volunteers'
import { useEffect, useState } from 'react'
import { call } from '../../api/call'
import { now } from '../../api/clock'
import { Refused } from '../../api/refused'
import { sessionToken } from '../../api/session'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'
import { toast } from '../../ui/toast'
import { useAnswer } from './use-answer'
import { useConsent } from './use-guardian'
import type { Part } from './use-shift-choice'

export type Wish = {
  readonly shiftId: string
  readonly postId: string | null
  readonly queue: boolean
  readonly part: Part | null
}
export type Registration = { readonly displayName: string; readonly ageBand: AgeBand }
export type Turned = Wish & { readonly refusal: Refusal }

/** An activity, and what a person can do about it; a no of the server stays on the page until the next try. */
export function useActivity(id: string) {
  const load = useLoad(GetActivity, { params: { id }, body: {} })
  const { busy, send } = useSend()
  const [turned, setTurned] = useState<Turned | null>(null)
  useSilentSignIn()

  const signUp = (wish: Wish) =>
    send(`sign-up ${JSON.stringify(wish)}`, async (key) => {
      setTurned(null)
      const { shiftId, postId, queue, part } = wish
      // The risk text on the page is what the person agrees to.
      const riskHash = load.data?.riskHash ?? null
      try {
        const now = await call(SignUp, { params: { id: shiftId }, body: { key, postId, queue, part, riskHash } })
        toast(signedUpZh(now, shiftId), 'ok')
      } catch (err) {
        if (!(err instanceof Refused)) throw err
        setTurned({ ...wish, refusal: err.refusal })
      }
      await load.reload()
    })
  const register = ({ displayName, ageBand }: Registration) =>
    send(`register ${displayName} ${ageBand}`, async (key) => {
      await call(RegisterVolunteer, { params: {}, body: { key, displayName, ageBand } })
      await load.reload()
    })
  const withdraw = ({ id: signUpId, state }: { id: string; state: SignUpState }, note: string) =>
    send(`withdraw ${signUpId} ${note}`, async (key) => {
      await call(Withdraw, { params: { id: signUpId }, body: { key, note } })
      setTurned(null)
      toast(state === 'approved' ? '已取消报名，名额让给别人了' : '已取消报名')
      await load.reload()
    })
  const answer = useAnswer(send, load.reload)
  const consent = useConsent(send, load.reload)
  return { load, busy: busy !== null, turned, signUp, register, withdraw, answer, consent }
}
export type ActivityHand = Omit<ReturnType<typeof useActivity>, 'load'>

/** Inside WeChat the page then knows the person; in a browser nobody is asked. */
function useSilentSignIn() {
  useEffect(() => void sessionToken().catch(() => ''), [])
}

function signedUpZh({ shifts }: ActivityView, shiftId: string) {
  const shift = shifts.find(({ id }) => id === shiftId)
  if (!shift) return '已报名'
  const { mine } = shift
  if (mine?.state === 'applied') return '已提交，等领队审核'
  if (mine?.state === 'waitlisted') return `已加入候补，排在第 ${mine.place ?? 1} 位`
  return `已报名。${momentZh(checkInFrom(shift), now())} 起可以签到`
}

export const checkInFrom = ({ startsAt, graceMinutes }: ShiftView) =>
  new Date(Date.parse(startsAt) - graceMinutes * 60_000)
