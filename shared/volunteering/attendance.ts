import type { PlaceVerdict } from './place'

/** 考勤记录, append only: what happened, never what it came to. */
export const ATTENDANCE_KINDS = ['check_in', 'check_out', 'leader_confirm', 'auto_close', 'void'] as const
export type AttendanceKind = (typeof ATTENDANCE_KINDS)[number]

/** How it was shown: the leader's turning code scanned or typed, the volunteer's scanned by the leader, a tick, the end. */
export const ATTENDANCE_METHODS = ['qr', 'digits', 'leader_scan', 'leader_confirm', 'auto_close'] as const
export type AttendanceMethod = (typeof ATTENDANCE_METHODS)[number]

/** 证据等级, strongest first. `supplemented` is kept for 补录, which needs two people. */
export const EVIDENCE_CLASSES = ['strong', 'medium', 'supplemented'] as const
export type EvidenceClass = (typeof EVIDENCE_CLASSES)[number]

const EVIDENCE_OF: Record<AttendanceMethod, EvidenceClass> = {
  qr: 'strong',
  digits: 'medium',
  leader_scan: 'strong',
  leader_confirm: 'medium',
  auto_close: 'medium',
}

export type AttendanceEvent = {
  readonly id: string
  readonly kind: AttendanceKind
  readonly method: AttendanceMethod
  /** The moment that counts: the server's, the end of the shift, or what the leader attests. */
  readonly countsAt: Date
  readonly verdict: PlaceVerdict
  readonly actorId: string
  /** The event a `void` takes back. */
  readonly voidsId: string | null
  /** Let in although no code proved who stood there: weaker evidence, whatever the method. */
  readonly isForced?: boolean
  /** Uploaded well after it was scanned. */
  readonly isLate?: boolean
}

/** 需要留意的地方: told to the leader, never a punishment by itself. */
export const ATTENDANCE_FLAGS = [
  'outside',
  'place_unknown',
  'auto_closed',
  'leader_ticked',
  'forced',
  'late_upload',
  'leader_self',
] as const
export type AttendanceFlag = (typeof ATTENDANCE_FLAGS)[number]

export const ATTENDANCE_STATES = ['absent', 'in', 'out'] as const
export type AttendanceState = (typeof ATTENDANCE_STATES)[number]

export type Attendance = {
  readonly state: AttendanceState
  readonly inAt: Date | null
  readonly outAt: Date | null
  readonly breaks: readonly { readonly from: Date; readonly to: Date }[]
  readonly evidence: EvidenceClass
  readonly flags: readonly AttendanceFlag[]
}

const evidenceOf = ({ method, isForced = false }: AttendanceEvent) => (isForced ? 'medium' : EVIDENCE_OF[method])

type Interval = { readonly in: AttendanceEvent; out: AttendanceEvent | null }

/** What the events come to; the order they arrived in does not matter. */
export function attendanceOf(events: readonly AttendanceEvent[], leaderId: string, personId: string): Attendance {
  const intervals = intervalsOf(events)
  const last = intervals.at(-1)
  const used = intervals.flatMap((interval) => (interval.out ? [interval.in, interval.out] : [interval.in]))
  const classes = used.map((event) => EVIDENCE_CLASSES.indexOf(evidenceOf(event)))
  return {
    state: last === undefined ? 'absent' : last.out ? 'out' : 'in',
    inAt: intervals[0]?.in.countsAt ?? null,
    outAt: last?.out?.countsAt ?? null,
    breaks: intervals.slice(1).flatMap((next, i) => {
      const from = intervals[i]?.out?.countsAt
      return from ? [{ from, to: next.in.countsAt }] : []
    }),
    evidence: EVIDENCE_CLASSES[Math.max(0, ...classes)] ?? 'medium',
    flags: flagsOf(used, leaderId, personId),
  }
}

/** In - out - in - out: a second check-in while in, or a check-out while out, changes nothing. */
function intervalsOf(events: readonly AttendanceEvent[]) {
  const voided = new Set(events.flatMap(({ kind, voidsId }) => (kind === 'void' && voidsId ? [voidsId] : [])))
  const standing = events.filter(({ id, kind }) => kind !== 'void' && kind !== 'leader_confirm' && !voided.has(id))
  const intervals: Interval[] = []
  for (const event of standing.sort(inTime)) {
    const open = intervals.at(-1)
    const isIn = open !== undefined && open.out === null
    if (event.kind === 'check_in' && !isIn) intervals.push({ in: event, out: null })
    if (event.kind !== 'check_in' && isIn) open.out = event
  }
  return intervals
}

const inTime = (a: AttendanceEvent, b: AttendanceEvent) =>
  a.countsAt.getTime() - b.countsAt.getTime() || (a.id < b.id ? -1 : 1)

function flagsOf(used: readonly AttendanceEvent[], leaderId: string, personId: string): AttendanceFlag[] {
  const own = used.filter(({ method }) => method === 'qr' || method === 'digits')
  const raised: Record<AttendanceFlag, boolean> = {
    outside: own.some(({ verdict }) => verdict === 'outside'),
    place_unknown: own.some(({ verdict }) => verdict === 'unknown'),
    auto_closed: used.some(({ kind }) => kind === 'auto_close'),
    leader_ticked: used.some(({ method }) => method === 'leader_confirm'),
    forced: used.some(({ isForced = false }) => isForced),
    late_upload: used.some(({ isLate = false }) => isLate),
    leader_self: used.length > 0 && leaderId === personId,
  }
  return ATTENDANCE_FLAGS.filter((flag) => raised[flag])
}
