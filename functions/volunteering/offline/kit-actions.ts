import { bytesToHex } from '@noble/hashes/utils.js'
import type { Actor } from '../../../shared/people/roles'
import { shiftKeyOf } from '../../../shared/volunteering/codes'
import type { PersonalCodeKit, ShiftKit } from '../../../shared/volunteering/offline/contract'
import {
  digestsOf,
  PERSONAL_STEP_SECONDS,
  personalKeyOf,
  personalStepAt,
} from '../../../shared/volunteering/offline/personal-codes'
import { codeWindow, whyNoKit } from '../../../shared/volunteering/offline/uploads'
import { maskName } from '../../../shared/volunteering/volunteers'
import type { Deps } from '../../http/deps'
import { fail, grant } from '../../http/refused'
import { withEvents } from '../attendance-actions'
import { findPresence, listPresencesOfShift } from '../attendance-queries'
import { ledShift } from '../leader-actions'

/** 让领队扫我: the key of one's own sign-up, as long as it may still be scanned. */
export async function readPersonalCode(deps: Deps, actor: Actor, signUpId: string): Promise<PersonalCodeKit> {
  const row = (await findPresence(deps.db, signUpId, actor.id)) ?? fail('not_found', '没有找到这份报名')
  const { opensAt, closesAt } = codeWindow(row.shift)
  const at = deps.now()
  if (row.signUp.state !== 'approved') fail('wrong_state', '这份报名不在名单里，没有个人码')
  if (row.record !== null) fail('wrong_state', '这一场的时长已认定，不用再出示个人码')
  if (at > closesAt) fail('wrong_state', '这一场已结束，个人码已停用，请联系领队')
  return {
    ...{ serverTime: at.toISOString(), signUpId, title: row.activity.title, placeZh: row.activity.placeZh },
    startsAt: row.shift.startsAt.toISOString(),
    endsAt: row.shift.endsAt.toISOString(),
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    keyHex: bytesToHex(personalKeyOf(deps.secret, signUpId)),
    stepSeconds: PERSONAL_STEP_SECONDS,
  }
}

/** 离线签到包: the turning code of this shift, and what tells a volunteer's code from a made-up one. */
export async function readShiftKit(deps: Deps, actor: Actor, shiftId: string): Promise<ShiftKit> {
  const { shift, activity } = await ledShift(deps, actor, shiftId)
  const at = deps.now()
  const refusal = whyNoKit(shift, at)
  if (refusal) grant(refusal)
  const { opensAt, closesAt } = codeWindow(shift)
  const [firstStep, lastStep] = [personalStepAt(opensAt), personalStepAt(closesAt)]
  const presences = await withEvents(deps, await listPresencesOfShift(deps.db, shiftId))
  const roster = presences
    .filter(({ now }) => now.state === 'approved')
    .map(({ row, now }) => {
      const isMine = now.personId === actor.id
      const key = personalKeyOf(deps.secret, now.signUpId)
      return {
        ...{ signUpId: now.signUpId, name: maskName(row.displayName), numberTail: row.number.slice(-4), isMine },
        state: now.attendance.state,
        digests: isMine ? '' : digestsOf(key, firstStep, lastStep),
      }
    })
  return {
    ...{ serverTime: at.toISOString(), shiftId, title: activity.title, placeZh: activity.placeZh },
    startsAt: shift.startsAt.toISOString(),
    endsAt: shift.endsAt.toISOString(),
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    shiftKeyHex: bytesToHex(shiftKeyOf(deps.secret, shiftId)),
    ...{ firstStep, roster },
  }
}
