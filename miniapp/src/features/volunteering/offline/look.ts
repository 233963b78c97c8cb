import type { CodeDirection } from '@shared/volunteering/codes'
import type { ShiftKit } from '@shared/volunteering/offline/contract'
import { BAD_PERSONAL_CODE_ZH, judgeByDigest, parsePersonalCode } from '@shared/volunteering/offline/personal-codes'

export type Listed = ShiftKit['roster'][number]
/** What a scan comes to on the spot, without the server. */
export type Look = {
  readonly tone: 'ok' | 'warn' | 'danger'
  /** Read at arm's length. */
  readonly big: string
  readonly zh: string
  readonly person: Listed | null
}

export const personZh = ({ name, numberTail }: Listed) => `${name} 尾号 ${numberTail}`

export const doneZh = (direction: CodeDirection) => (direction === 'in' ? '已签到' : '已签退')

/** 签到 or 签退 of whoever shows a code. Nobody is turned away by a list that may be old: that is asked of the server. */
export function lookAt(kit: ShiftKit, scanned: string, direction: CodeDirection, now: Date): Look {
  const code = parsePersonalCode(scanned)
  if (code === null) return { tone: 'danger', big: '没有记上', zh: BAD_PERSONAL_CODE_ZH.unreadable, person: null }
  const person = kit.roster.find(({ signUpId }) => signUpId === code.signUpId) ?? null
  if (person === null)
    return { tone: 'warn', big: '先记下了', zh: '不在离线名单里，联网后核对；请先让他在旁边等一下', person }
  if (person.isMine) return { tone: 'danger', big: '没有记上', zh: '领队不能扫自己的码', person }
  const bad = judgeByDigest({ firstStep: kit.firstStep, digests: person.digests }, code, now)
  if (bad !== null) return { tone: 'danger', big: '没有记上', zh: BAD_PERSONAL_CODE_ZH[bad], person }
  if (now < new Date(kit.opensAt) || now > new Date(kit.closesAt))
    return { tone: 'danger', big: '没有记上', zh: '现在不在本场的签到签退时段', person }
  return { tone: 'ok', big: doneZh(direction), zh: personZh(person), person }
}
