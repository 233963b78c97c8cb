import { hexToBytes } from '@noble/hashes/utils.js'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { lookAt } from '../../miniapp/src/features/volunteering/offline/look'
import { added, answered, type Entry, eventOf, pendingOf } from '../../miniapp/src/features/volunteering/offline/queue'
import type { ShiftKit, UploadResult } from '../../shared/volunteering/offline/contract'
import { personalCodeAt } from '../../shared/volunteering/offline/personal-codes'
import { at, openWorld } from './world'

const world = await openWorld()
const { ask, key, leader, volunteer, aShift, board, rows } = world
const DAY = '2026-07-20'

test('a whole shift without a network: what the phone says on the spot is what the server makes of it afterwards', async () => {
  const people = [await volunteer('马莉'), await volunteer('孙伟')] as const
  const { shiftId, ids } = await aShift(DAY, people)
  const kit = (await ask(leader, 'GET', `/api/led-shifts/${shiftId}/kit`)) as unknown as ShiftKit
  const keys = await Promise.all(
    people.map(async (one, i) => (await ask(one, 'GET', `/api/sign-ups/${ids[i]}/personal-code`)).keyHex),
  )
  const shown = (i: number, when: Date) => personalCodeAt(hexToBytes(String(keys[i])), String(ids[i]), when).text
  // Nobody has a network from here on.
  let queue: readonly Entry[] = []
  const scan = (text: string, direction: 'in' | 'out', when: Date) => {
    const look = lookAt(kit, text, direction, when)
    queue = added(queue, {
      ...{ personId: leader.id, shiftId, nonce: key(), signUpId: null, code: text, direction, method: 'leader_scan' },
      ...{ deviceAt: when.toISOString(), isForced: false, reason: '', name: '', isTold: look.tone === 'danger' },
      refusedZh: '',
    })
    return look
  }
  const [came, left] = [at('09:00', DAY), at('11:00', DAY)]
  expect(scan(shown(0, came), 'in', came)).toMatchObject({
    tone: 'ok',
    big: '已签到',
    zh: expect.stringContaining('马＊'),
  })
  expect(scan(shown(1, came), 'in', came)).toMatchObject({ tone: 'ok', zh: expect.stringContaining('孙＊') })
  expect(scan(shown(0, at('08:30', DAY)), 'in', came)).toMatchObject({ tone: 'danger' })
  expect(scan('https://pay.example', 'in', came)).toMatchObject({
    tone: 'danger',
    zh: expect.stringContaining('个人码'),
  })
  expect(scan(shown(0, at('08:40', DAY)), 'in', at('08:40', DAY))).toMatchObject({ tone: 'danger' })
  expect(scan(shown(0, left), 'out', left)).toMatchObject({ tone: 'ok', big: '已签退' })
  expect(scan(shown(1, left), 'out', left)).toMatchObject({ tone: 'ok' })
  expect(pendingOf(queue, leader.id, shiftId)).toHaveLength(7)
  // The network is back.
  world.at(at('12:00', DAY))
  const body = { key: key(), deviceId: key(), events: queue.map(eventOf) }
  const reply = await ask(leader, 'POST', `/api/led-shifts/${shiftId}/uploads`, body)
  const results = reply.results as UploadResult[]
  expect(results.map(({ outcome }) => outcome)).toEqual(queue.map(({ isTold }) => (isTold ? 'failed' : 'accepted')))
  queue = answered(queue, results)
  expect(queue).toEqual([])
  expect(await board(leader, shiftId)).toMatchObject({
    roster: [
      { state: 'out', creditedMinutes: 120, evidence: 'strong' },
      { state: 'out', creditedMinutes: 120, evidence: 'strong' },
    ],
  })
  expect(await rows(sql`select 1 from attendance_failures where shift_id = ${shiftId}`)).toHaveLength(3)
})

test('somebody who signed up after the kit was fetched is not turned away: written down, and asked of the server', async () => {
  const first = await volunteer('赵敏')
  const { shiftId } = await aShift('2026-07-21', [first])
  const kit = (await ask(leader, 'GET', `/api/led-shifts/${shiftId}/kit`)) as unknown as ShiftKit
  expect(lookAt({ ...kit, roster: [] }, `WP1.new.1.${'0'.repeat(20)}`, 'in', world.now())).toMatchObject({
    tone: 'warn',
  })
  const own = kit.roster.map((one) => ({ ...one, isMine: true }))
  const text = `WP1.${kit.roster[0]?.signUpId}.1.${'0'.repeat(20)}`
  expect(lookAt({ ...kit, roster: own }, text, 'in', world.now())).toMatchObject({
    tone: 'danger',
    zh: '领队不能扫自己的码',
  })
})
