import { hexToBytes } from '@noble/hashes/utils.js'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { personalCodeAt } from '../../shared/volunteering/offline/personal-codes'
import type { Person } from '../kit/house'
import { grounds } from './model-kit'
import { at, openWorld } from './world'

type Given = { direction?: 'in' | 'out'; deviceAt: Date } & Record<string, unknown>
const scan = ({ direction = 'in', deviceAt, ...more }: Given) => ({
  ...{ nonce: crypto.randomUUID(), direction, method: 'leader_scan', ...more },
  deviceAt: deviceAt.toISOString(),
})

/** 8: on either database what a leader's phone kept comes to the same record, however it arrives. */
describe.each(await grounds(12, 12))('on %s', async (_name, given, numRuns) => {
  const world = await openWorld(given)
  const { ask, key, leader, anActivity, signUp, signUpId, board, rows } = world
  const [ma, sun] = [await world.volunteer('马莉'), await world.volunteer('孙伟')]
  const personal = async (as: Person, id: string) => {
    const { keyHex } = await ask(as, 'GET', `/api/sign-ups/${id}/personal-code`)
    return (when: Date) => personalCodeAt(hexToBytes(String(keyHex)), id, when).text
  }
  const deviceId = key()
  const upload = (as: Person, shiftId: string, events: readonly object[]) =>
    ask(as, 'POST', `/api/led-shifts/${shiftId}/uploads`, { key: key(), deviceId, events })
  const failures = (shiftId: string) => rows(sql`select refused from attendance_failures where shift_id = ${shiftId}`)

  test('any order of arrival, in any pieces, with any repeats, comes to the same record', async () => {
    const DAY = '2026-07-15'
    world.at(at('08:00', DAY))
    const people = [ma, sun]
    // People come, leave, come again, are ticked, forced, scanned twice and scanned wrongly.
    const story = (ids: readonly string[], codes: readonly ((when: Date) => string)[]) => {
      const [first = '', second = ''] = ids
      const [a = () => '', b = () => ''] = codes
      const when = (clock: string) => at(clock, DAY)
      return [
        scan({ deviceAt: when('08:58'), code: a(when('08:58')) }),
        scan({ deviceAt: when('08:59'), code: a(when('08:59')) }),
        scan({ direction: 'out', deviceAt: when('09:40'), code: a(when('09:40')) }),
        scan({ deviceAt: when('10:00'), signUpId: first, method: 'leader_confirm', reason: '手机没电' }),
        scan({ direction: 'out', deviceAt: when('10:50'), code: a(when('10:50')) }),
        scan({ deviceAt: when('09:05'), signUpId: second, isForced: true, reason: '扫不出' }),
        scan({ direction: 'out', deviceAt: when('10:30'), code: b(when('10:30')) }),
        scan({ direction: 'out', deviceAt: when('10:45'), code: b(when('10:45')) }),
        scan({ deviceAt: when('09:00'), code: b(when('08:00')) }),
        scan({ deviceAt: when('12:00'), signUpId: second, method: 'leader_confirm', reason: '晚' }),
      ]
    }
    const seen = async (shiftId: string) => {
      const { roster } = (await board(leader, shiftId)) as unknown as { roster: Record<string, unknown>[] }
      return roster.map(({ state, checkedInAt, checkedOutAt, creditedMinutes, evidence, flags }) => ({
        ...{ state, checkedInAt, checkedOutAt, creditedMinutes, evidence, flags },
      }))
    }
    const freshShift = async () => {
      world.at(at('08:00', DAY))
      await rows(
        sql`update sign_ups set state = 'withdrawn' where state = 'approved' and starts_at >= ${at('00:00', DAY).toISOString()}`,
      )
      const { shifts } = await anActivity({ shifts: [{ from: at('09:00', DAY), to: at('11:00', DAY), leader }] })
      const shiftId = shifts[0]?.id ?? ''
      const ids: string[] = []
      for (const person of people) {
        world.at(new Date(world.now().getTime() + 1000))
        await signUp(person, shiftId)
        ids.push(await signUpId(person, shiftId))
      }
      world.at(at('08:50', DAY))
      const codes = [await personal(ma, ids[0] ?? ''), await personal(sun, ids[1] ?? '')]
      world.at(at('11:20', DAY))
      return { shiftId, events: story(ids, codes) }
    }
    const inOrder = await freshShift()
    await upload(leader, inOrder.shiftId, inOrder.events)
    const expected = await seen(inOrder.shiftId)
    expect(expected).toMatchObject([
      { state: 'out', checkedInAt: at('08:58', DAY).toISOString(), creditedMinutes: 92, evidence: 'medium' },
      {
        state: 'out',
        checkedOutAt: at('10:30', DAY).toISOString(),
        creditedMinutes: 85,
        flags: ['forced', 'late_upload'],
      },
    ])
    const count = inOrder.events.length
    const orders = fc.array(fc.nat(count - 1), { minLength: count, maxLength: 30 })
    const sizes = fc.integer({ min: 1, max: 7 })
    await fc.assert(
      fc.asyncProperty(orders, sizes, fc.boolean(), async (order, size, isAtOnce) => {
        const { shiftId, events } = await freshShift()
        const rest = events.map((_, i) => i).filter((i) => !order.includes(i))
        const all = [...order, ...rest].map((i) => events[i] ?? expect.fail('no such event'))
        const batches = Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
          all.slice(i * size, (i + 1) * size),
        )
        if (isAtOnce) await Promise.all(batches.map((batch) => upload(leader, shiftId, batch)))
        else for (const batch of batches) await upload(leader, shiftId, batch)
        // What met another writer is sent again, as the phone does.
        await upload(leader, shiftId, all)
        expect(await seen(shiftId)).toEqual(expected)
        expect(await failures(shiftId)).toHaveLength(2)
      }),
      { numRuns },
    )
  }, 120_000)
})
