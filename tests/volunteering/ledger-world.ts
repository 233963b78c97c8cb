import { sql } from 'drizzle-orm'
import type { Person } from '../kit/house'
import { aPhoto, uploadPhoto } from '../kit/photos'
import { at, openWorld } from './world'

/** A world in which people have served: hours on the ledger, and the people who put them right. */
export async function openLedger(given: Parameters<typeof openWorld>[0] = {}) {
  const world = await openWorld(given)
  const { ask, key, aShift, show, code, lead, leader, rows } = world
  const admin = await world.person('管理员甲', [['admin']])
  const second = await world.person('管理员乙', [['admin']])
  const reviewer = await world.person('审核员', [['reviewer']])

  /** A session of the staff does not last over night. */
  const wake = async (...more: { id: string; token: string }[]) => {
    for (const one of [admin, second, reviewer, ...more])
      one.token = String((await ask(null, 'POST', '/api/sessions/demo', { personId: one.id })).token)
  }

  /** 09:00 to `out` on that day, measured and confirmed. */
  const served = async (day: string, people: readonly Person[], out = '11:00') => {
    const { shiftId, ids, activityId } = await aShift(day, people)
    world.at(at('09:00', day))
    const { text } = await code(leader, shiftId, 'in')
    for (const [i, person] of people.entries()) await show(person, ids[i] ?? '', 'in', text)
    world.at(at(out, day))
    const left = await code(leader, shiftId, 'out')
    for (const [i, person] of people.entries()) await show(person, ids[i] ?? '', 'out', left.text)
    world.at(at('11:05', day))
    await lead(leader, shiftId, 'confirmations')
    await wake()
    return { shiftId, ids, activityId }
  }
  const post = (as: Person, path: string, body: object = {}) => ask(as, 'POST', path, { key: key(), ...body })
  const correct = (as: Person, signUpId: string, toMinutes: number, more: object = {}) =>
    post(as, `/api/sign-ups/${signUpId}/hours-corrections`, {
      toMinutes,
      reason: 'wrong_time',
      reasonZh: '签退时间有误',
      ...more,
    })
  const move = (as: Person, id: unknown, name: string, more: object = {}) =>
    post(as, `/api/hours-requests/${id}/transitions`, { move: name, ...more })
  const photo = async (as: Person) => String((await uploadPhoto(world, as, await aPhoto())).id)
  const backfill = async (signUpId: string, shiftId: string, day: string, more: object = {}) =>
    post(leader, `/api/led-shifts/${shiftId}/backfills`, {
      signUpId,
      from: at('09:00', day).toISOString(),
      to: at('10:30', day).toISOString(),
      reasonZh: '现场没有信号',
      fileId: await photo(leader),
      ...more,
    })
  const ledgerOf = (signUpId: string) =>
    rows<{
      kind: string
      minutes: number
      evidence: string
    }>(sql`select l.kind, l.minutes, l.evidence from hours_ledger l
      join service_records r on r.id = l.record_id where r.sign_up_id = ${signUpId} order by l.seq`)
  const total = async (personId: string) =>
    (
      await rows<{ n: number }>(
        sql`select coalesce(sum(minutes), 0)::int as n from hours_ledger where person_id = ${personId}`,
      )
    )[0]?.n
  return { ...world, wake, admin, second, reviewer, served, post, correct, move, photo, backfill, ledgerOf, total }
}
