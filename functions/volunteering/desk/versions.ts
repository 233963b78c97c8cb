import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { ActivitySnapshot } from '../../../shared/volunteering/versions'

/** What a sign-up agrees to: SHA-256 of the risk text, in hex. */
export const riskHashOf = (riskZh: string) => bytesToHex(sha256(utf8ToBytes(riskZh)))

type Moments = 'signUpFrom' | 'signUpEndsAt' | 'startsAt' | 'endsAt' | 'shifts'
type Shift = ActivitySnapshot['shifts'][number]
export type Frozen = Omit<ActivitySnapshot, Moments> & {
  readonly signUpFrom: Date
  readonly signUpEndsAt: Date
  readonly startsAt: Date
  readonly endsAt: Date
}
export type FrozenShift = Omit<Shift, 'startsAt' | 'endsAt'> & { readonly startsAt: Date; readonly endsAt: Date }

export function snapshotOf(row: Frozen, shifts: readonly FrozenShift[]): ActivitySnapshot {
  const { title, summary, kind, teamId, placeZh, lng, lat, radiusM, riskZh, isRisky, riskClass } = row
  const { insuranceNo, minAge, contactZh } = row
  return {
    ...{ title, summary, kind, teamId, placeZh, lng, lat, radiusM, riskZh, isRisky, riskClass },
    ...{ insuranceNo, minAge, contactZh },
    signUpFrom: row.signUpFrom.toISOString(),
    signUpEndsAt: row.signUpEndsAt.toISOString(),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    shifts: shifts.map(({ id, startsAt, endsAt, capMinutes, graceMinutes, admission, leaderId, posts, ...more }) => ({
      ...{ id, capMinutes, graceMinutes, admission, leaderId, qualificationId: more.qualificationId ?? null },
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      posts: posts.map((post) => ({ id: post.id, name: post.name, capacity: post.capacity })),
    })),
  }
}
