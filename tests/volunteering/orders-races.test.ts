import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { teamMembers } from '../../schema/volunteering/teams'
import { freshPostgres } from '../kit/databases'
import type { Person } from '../kit/house'
import { openWorld } from './world'

/** The embedded database takes turns; a real one, where the machine has it, does not. */
const real = await freshPostgres()
afterAll(() => real?.close())
const world = await openWorld(real ? { db: real.db } : {})
const { ask, key, rows, teamId } = world

test('of 50 teams that claim one order at once exactly one wins, and the others are told so', async () => {
  const dispatcher = await world.person('派遣员', [['dispatcher']])
  const lin = await world.person('林晓岚')
  const leads: Person[] = []
  for (let i = 0; i < 10; i++) {
    const one = await world.volunteer(`队长${i}`)
    const stay = { id: crypto.randomUUID(), teamId, personId: one.id, role: 'lead' as const, state: 'active' as const }
    await world.db
      .insert(teamMembers)
      .values({ ...stay, isPrimary: false, words: '', askedAt: world.now(), since: world.now() })
    leads.push(one)
  }
  const order = { kind: 'repair', words: '修灯', placeZh: '三号楼', contact: { phone: '13800000000' } }
  const { id } = await ask(lin, 'POST', '/api/service-orders', { key: key(), ...order })
  const path = `/api/service-orders/${id}/transitions`
  await ask(dispatcher, 'POST', path, { key: key(), move: 'accept' })
  expect(await ask(dispatcher, 'POST', path, { key: key(), move: 'pool' })).toMatchObject({ state: 'pooled' })
  const agreedAt = new Date(world.now().getTime() + 3_600_000).toISOString()
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      ask(leads[i % 10] ?? lin, 'POST', path, { key: key(), move: 'claim', teamId, agreedAt }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  for (const { status } of answers) expect([200, 409, 503]).toContain(status)
  expect(
    await rows(sql`select count(*)::int as n from service_order_events where order_id = ${id} and move = 'claim'`),
  ).toEqual([{ n: 1 }])
}, 120_000)
