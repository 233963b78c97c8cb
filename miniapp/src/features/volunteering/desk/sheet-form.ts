import type { LngLat } from '@shared/kit/geo'
import { addDays, shanghai, shanghaiMoment } from '@shared/kit/time'
import type { ActivityKind } from '@shared/volunteering/activities'
import type { Admission } from '@shared/volunteering/admissions'
import type { RiskClass } from '@shared/volunteering/guardians'
import type { ActivitySheet } from '@shared/volunteering/sheet-contract'
import { draftBox } from '../../../api/drafts'
import { newKey } from '../../../api/key'

/** `row` names a line of the form from its birth on; `id` comes with the first save. */
type Row = { readonly row: string; readonly id: string | null }
export type PostForm = Row & { readonly name: string; readonly capacity: string }
export type ShiftForm = Row & {
  readonly day: string
  readonly from: string
  readonly to: string
  readonly capMinutes: string
  readonly graceMinutes: string
  readonly admission: Admission
  /** 须有的培训或证书; forms kept from before do not say. */
  readonly qualificationId?: string | null
  readonly leaderNumber: string
  readonly posts: readonly PostForm[]
}
/** The desk's form as it is typed: numbers and clocks are still words. */
export type SheetForm = {
  readonly title: string
  readonly summary: string
  readonly kind: ActivityKind
  readonly teamId: string
  readonly placeZh: string
  readonly position: LngLat | null
  readonly radiusM: string
  readonly contactZh: string
  readonly riskZh: string
  readonly isRisky: boolean
  readonly riskClass: RiskClass
  readonly insuranceNo: string
  readonly minAge: string
  readonly signUpFrom: string | null
  readonly untilDay: string
  readonly untilClock: string
  readonly seriesId: string | null
  readonly coverKey: string
  readonly shifts: readonly ShiftForm[]
}

/** What was typed and not sent: a refusal, a dead network and a closed app leave it. */
export const sheetDrafts = draftBox<SheetForm & { readonly version: number }>('activities')

export const aPost = (): PostForm => ({ row: newKey(), id: null, name: '', capacity: '10' })

export const aShift = (like: ShiftForm | undefined, now: Date): ShiftForm => ({
  ...{ day: shanghai(addDays(now, 7)).day, from: '09:00', to: '11:00', capMinutes: '', graceMinutes: '15' },
  ...{ admission: 'auto' as const, qualificationId: null, leaderNumber: '', posts: [aPost()] },
  ...(like ? { ...like, posts: like.posts.map((post) => ({ ...post, row: newKey(), id: null })) } : {}),
  row: newKey(),
  id: null,
})

export function emptyForm(now: Date): SheetForm {
  return {
    ...{ title: '', summary: '', kind: 'greening', teamId: '', placeZh: '', position: null, radiusM: '300' },
    ...{ contactZh: '', riskZh: '', isRisky: false, riskClass: 'low', insuranceNo: '', minAge: '' },
    ...{ signUpFrom: null, untilDay: shanghai(addDays(now, 6)).day, untilClock: '18:00' },
    ...{ seriesId: null, coverKey: 'default', shifts: [aShift(undefined, now)] },
  }
}

export function formOf(sheet: ActivitySheet): SheetForm {
  const { title, summary, kind, teamId, placeZh, position, contactZh, riskZh, isRisky, riskClass } = sheet
  const until = shanghai(new Date(sheet.signUpEndsAt))
  return {
    ...{ title, summary, kind, teamId, placeZh, position, contactZh, riskZh, isRisky, riskClass },
    ...{ signUpFrom: sheet.signUpFrom, seriesId: sheet.seriesId, coverKey: sheet.coverKey },
    ...{ untilDay: until.day, untilClock: until.clock, radiusM: String(sheet.radiusM) },
    insuranceNo: sheet.insuranceNo ?? '',
    minAge: sheet.minAge === null ? '' : String(sheet.minAge),
    shifts: sheet.shifts.map((shift) => ({
      ...{ row: shift.id, id: shift.id, admission: shift.admission, leaderNumber: shift.leaderNumber },
      qualificationId: shift.qualificationId,
      day: shanghai(new Date(shift.startsAt)).day,
      from: shanghai(new Date(shift.startsAt)).clock,
      to: shanghai(new Date(shift.endsAt)).clock,
      capMinutes: String(shift.capMinutes),
      graceMinutes: String(shift.graceMinutes),
      posts: shift.posts.map(({ id, name, capacity }) => ({ row: id, id, name, capacity: String(capacity) })),
    })),
  }
}

const minuteOf = (clock: string) => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}
const momentOf = (day: string, clock: string) => shanghaiMoment(day, minuteOf(clock)).toISOString()
const numberOf = (words: string) => (/^\d+$/.test(words.trim()) ? Number(words) : Number.NaN)
const numberOrNull = (words: string) => (words.trim() === '' ? null : numberOf(words))

/** A shift past midnight ends the day after. */
export function timesOf({ day, from, to }: Pick<ShiftForm, 'day' | 'from' | 'to'>) {
  const isNight = minuteOf(to) <= minuteOf(from)
  const ends = shanghaiMoment(day, minuteOf(to) + (isNight ? 24 * 60 : 0))
  return { startsAt: momentOf(day, from), endsAt: ends.toISOString() }
}

export function draftBody(form: SheetForm) {
  const { position, untilDay, untilClock, shifts, radiusM, minAge, insuranceNo, signUpFrom } = form
  const { title, summary, kind, teamId, placeZh, contactZh, riskZh, isRisky, riskClass, seriesId, coverKey } = form
  return {
    ...{ title, summary, kind, teamId, placeZh, contactZh, riskZh, isRisky, riskClass, seriesId, coverKey },
    ...{ position: position ?? { lng: Number.NaN, lat: Number.NaN }, radiusM: numberOf(radiusM), signUpFrom },
    ...{ minAge: numberOrNull(minAge), insuranceNo: insuranceNo.trim() === '' ? null : insuranceNo.trim() },
    signUpEndsAt: momentOf(untilDay, untilClock),
    shifts: shifts.map((shift) => ({
      ...timesOf(shift),
      ...{ admission: shift.admission, leaderNumber: shift.leaderNumber.trim() },
      qualificationId: shift.qualificationId ?? null,
      ...{ capMinutes: numberOrNull(shift.capMinutes), graceMinutes: numberOf(shift.graceMinutes) },
      posts: shift.posts.map(({ name, capacity }) => ({ name, capacity: numberOf(capacity) })),
    })),
  }
}

/** Of a published activity: only what an edit may touch. */
export function editBody(form: SheetForm) {
  const { summary, placeZh, position, radiusM, riskZh, contactZh, shifts } = form
  return {
    ...{ summary, placeZh, riskZh, contactZh, radiusM: numberOf(radiusM) },
    position: position ?? { lng: Number.NaN, lat: Number.NaN },
    shifts: shifts.map((shift) => ({
      ...{ id: shift.id ?? '', ...timesOf(shift) },
      posts: shift.posts.map(({ id, capacity }) => ({ id: id ?? '', capacity: numberOf(capacity) })),
    })),
  }
}
