import { pageFrom } from '../../shared/kit/page'
import { shanghai, shanghaiMoment } from '../../shared/kit/time'
import type { Actor } from '../../shared/people/roles'
import { attendanceOf } from '../../shared/volunteering/attendance'
import type { MyHours, ServiceRecordView } from '../../shared/volunteering/attendance-contract'
import { monthsTo, type RecordState, recordState } from '../../shared/volunteering/hours'
import { creditedMinutes, ownSpan } from '../../shared/volunteering/minutes'
import { starLevel } from '../../shared/volunteering/volunteers'
import type { Deps } from '../http/deps'
import { cursorFrom } from './activity-actions'
import { listEvents } from './attendance-queries'
import { listStarLevels } from './ledger/star-queries'
import { listMonths, listServices, readTotals } from './settlement-queries'
import { volunteerView } from './sign-up-actions'
import { findVolunteer } from './sign-up-queries'

const MONTHS = 6
type Service = Awaited<ReturnType<typeof listServices>>[number]
type Event = Awaited<ReturnType<typeof listEvents>>[number]

type Query = { readonly cursor?: string | undefined; readonly size: number; readonly state?: RecordState | undefined }

export async function readMyHours(deps: Deps, actor: Actor, query: Query) {
  const { db } = deps
  const at = deps.now()
  const today = shanghai(at)
  const months = monthsTo(today, MONTHS)
  const [counted, { total, supplemented, year }, services, volunteer, levels] = await Promise.all([
    listMonths(db, actor.id, shanghaiMoment(`${months[0] ?? today.day.slice(0, 7)}-01`)),
    readTotals(db, actor.id, shanghaiMoment(`${today.year}-01-01`)),
    listServices(db, actor.id, {
      state: query.state ?? null,
      now: at,
      after: cursorFrom(query.cursor),
      size: query.size,
    }),
    findVolunteer(db, actor.id),
    listStarLevels(db),
  ])
  const events = await listEvents(
    db,
    services.map(({ signUp }) => signUp.id),
  )
  const { items, next } = pageFrom(services, query.size, ({ signUp }) => ({
    at: signUp.startsAt.toISOString(),
    id: signUp.id,
  }))
  const star = starLevel(total, levels)
  const reply: MyHours = {
    serverTime: at.toISOString(),
    volunteer: volunteer ? volunteerView(volunteer) : null,
    yearMinutes: year,
    totalMinutes: total,
    measuredMinutes: total - supplemented,
    supplementedMinutes: supplemented,
    months: months.map((month) => ({ minutes: 0, services: 0, ...counted.find((row) => row.month === month), month })),
    stars: star.stars,
    nextStar: star.next,
    records: { items: items.map((row) => recordView(row, events, at)), next },
  }
  return reply
}

function recordView(
  { signUp, shift, activity, teamName, record, ledgerMinutes }: Service,
  all: readonly Event[],
  at: Date,
) {
  const own = ownSpan(shift, signUp)
  const events = all.filter(({ signUpId }) => signUpId === signUp.id)
  const attendance = attendanceOf(events, shift.leaderId, signUp.personId)
  const { breaks } = attendance
  // A record taken over from before the system has no events; its own span then says when.
  const inAt = attendance.inAt ?? record?.servedFrom ?? null
  const outAt = attendance.outAt ?? record?.servedTo ?? null
  const counted = inAt && outAt ? creditedMinutes({ inAt, outAt, breaks }, own) : null
  const view: ServiceRecordView = {
    signUpId: signUp.id,
    activityId: activity.id,
    title: activity.title,
    teamName,
    placeZh: activity.placeZh,
    startsAt: own.startsAt.toISOString(),
    endsAt: own.endsAt.toISOString(),
    checkedInAt: inAt?.toISOString() ?? null,
    checkedOutAt: outAt?.toISOString() ?? null,
    minutes: record ? ledgerMinutes : counted,
    state: recordState(attendance, record !== null, own.endsAt, at),
    evidence: record?.evidence ?? attendance.evidence,
    flags: [...attendance.flags],
  }
  return view
}
