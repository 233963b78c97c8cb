import type { ActivityKind } from './activities'
import type { Admission } from './admissions'
import type { RiskClass } from './guardians'

/** What makes a new version of an activity. */
export const VERSION_CAUSES = ['submit', 'publish', 'edit'] as const
export type VersionCause = (typeof VERSION_CAUSES)[number]

/** An activity whole, moments in ISO 8601; who signed up is no part of it. */
export type ActivitySnapshot = {
  readonly title: string
  readonly summary: string
  readonly kind: ActivityKind
  readonly teamId: string
  readonly placeZh: string
  readonly lng: number
  readonly lat: number
  readonly radiusM: number
  readonly riskZh: string
  readonly isRisky: boolean
  readonly riskClass: RiskClass
  readonly insuranceNo: string | null
  readonly minAge: number | null
  readonly contactZh: string
  readonly signUpFrom: string
  readonly signUpEndsAt: string
  readonly startsAt: string
  readonly endsAt: string
  readonly shifts: readonly {
    readonly id: string
    readonly startsAt: string
    readonly endsAt: string
    readonly capMinutes: number
    readonly graceMinutes: number
    readonly admission: Admission
    /** Older versions do not say. */
    readonly qualificationId?: string | null
    readonly leaderId: string
    readonly posts: readonly { readonly id: string; readonly name: string; readonly capacity: number }[]
  }[]
}
