import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openWorld } from './world'

const { ask, key, volunteer, person, rows } = await openWorld()

test('a volunteer picks skills of the list; the last choice stands, and only volunteers have any', async () => {
  const ma = await volunteer('马莉莉')
  const choose = (skillIds: string[]) => ask(ma, 'POST', '/api/my-skills', { key: key(), skillIds })
  const list = (await ask(ma, 'GET', '/api/my-skills')).items as { id: string; zh: string; has: boolean }[]
  expect(list.length).toBeGreaterThan(5)
  expect(list.every(({ has }) => !has)).toBe(true)
  const [a = '', b = '', c = ''] = list.map(({ id }) => id)
  const held = async () =>
    (await rows<{ id: string }>(sql`select skill_id as id from volunteer_skills where person_id = ${ma.id}`))
      .map(({ id }) => id)
      .sort()
  expect(await choose([a, b, a])).toMatchObject({ status: 200, isVolunteer: true })
  expect(await held()).toEqual([a, b].sort())
  await choose([b, c])
  expect(await held()).toEqual([b, c].sort())
  expect(await choose(['flying'])).toMatchObject({ refused: 'invalid', field: 'skillIds' })
  await choose([])
  expect(await held()).toEqual([])
  const citizen = await person('路人')
  expect(await ask(citizen, 'POST', '/api/my-skills', { key: key(), skillIds: [a] })).toMatchObject({
    refused: 'wrong_state',
    zh: expect.stringContaining('志愿者'),
  })
})
