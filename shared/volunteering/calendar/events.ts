import type { CalendarStatus, FeedEvent } from '../../kit/ics'
import type { ActivityState } from '../activities'
import type { SignUpState } from '../sign-ups'

export type CalendarRow = {
  readonly signUpId: string
  readonly state: SignUpState
  readonly signUpVersion: number
  readonly activityVersion: number
  readonly activityState: ActivityState
  readonly title: string
  readonly placeZh: string
  readonly postName: string
  readonly contactZh: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly changedAt: Date
}

const STATUS: Record<SignUpState, CalendarStatus> = {
  approved: 'CONFIRMED',
  applied: 'TENTATIVE',
  waitlisted: 'TENTATIVE',
  offered: 'TENTATIVE',
  // What was missed stays on the day it was: the calendar tells what was planned.
  no_show: 'CONFIRMED',
  excused: 'CANCELLED',
  rejected: 'CANCELLED',
  withdrawn: 'CANCELLED',
  late_withdrawn: 'CANCELLED',
  cancelled_by_org: 'CANCELLED',
  handed_over: 'CANCELLED',
}

/** 活动日历 of one sign-up. Both versions only ever grow, so their sum does too: RFC 5545 wants no more of SEQUENCE. */
export function calendarEvent(row: CalendarRow): FeedEvent {
  const status = row.activityState === 'cancelled' ? 'CANCELLED' : STATUS[row.state]
  return {
    uid: `sign-up-${row.signUpId}@wenming`,
    title: row.title,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    place: row.placeZh,
    words: [row.postName, row.contactZh].filter(Boolean).join('\n'),
    sequence: row.signUpVersion + row.activityVersion,
    status,
    changedAt: row.changedAt,
  }
}
