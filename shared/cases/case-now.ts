import type { Actor } from '../people/roles'
import type { Clocks } from './clocks'
import type { CaseState, RejectReason, SuspendReason, Urgency } from './states'
import type { CaseMove } from './transitions'

/** All of a case that its rules look at or change. */
export type CaseNow = Clocks & {
  readonly id: string
  readonly state: CaseState
  readonly version: number
  readonly categoryCode: string
  readonly urgency: Urgency
  readonly gridId: string | null
  readonly unitId: string | null
  readonly handlerId: string | null
  readonly inspectorId: string | null
  readonly verifierId: string | null
  readonly verifierUnitId: string | null
  readonly rejectedBy: string | null
  readonly masterId: string | null
  readonly stateBefore: CaseState | null
  readonly returnedUnits: readonly string[]
  /** 协办 units that have not answered yet, and those that have. */
  readonly coOpen: readonly string[]
  readonly coDone: readonly string[]
  readonly extensions: number
  readonly reworks: number
  readonly reopens: number
  readonly objections: number
  readonly cycle: number
  readonly isPublic: boolean
  readonly filedAt: Date | null
  readonly handledAt: Date | null
  readonly endedAt: Date | null
  readonly nudgedAt: Date | null
}

/** What a person fills in for a move; which of it a move needs is in the table. */
export type Ask = {
  readonly move: CaseMove
  readonly note: string
  readonly photos: readonly string[]
  readonly photoWaiver: string
  readonly conditions: readonly string[]
  readonly categoryCode: string | null
  readonly urgency: Urgency | null
  readonly gridId: string | null
  /** The unit to work on it; at a return the unit that it is said to belong to. */
  readonly unitId: string | null
  /** 协办 units that a move is about. */
  readonly coUnitIds: readonly string[]
  readonly inspectorId: string | null
  readonly masterId: string | null
  readonly rejectReason: RejectReason | null
  readonly suspendReason: SuspendReason | null
  readonly reviewAt: Date | null
  readonly newDueAt: Date | null
  readonly target: string
  readonly externalNumber: string
  readonly isPublic: boolean | null
}

/** The part the actor plays in this very case; `leader` led the volunteers who did the work. */
export type Relation = 'reporter' | 'follower' | 'leader' | null

/** The house itself, for moves that time makes. */
export const CLOCK: Actor = { id: 'clock', grants: [] }
