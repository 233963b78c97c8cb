import { expect, test } from 'vitest'
import { seedTemplates } from '../../functions/seed/register'
import { TEMPLATE_SEED } from '../../schema/seed/templates'
import { EXAMPLE_FACTS, fillTemplate, strangeWords } from '../../shared/cases/templates'
import { SaveTemplate, type TemplateView } from '../../shared/cases/tools-contract'
import { openHouse } from '../kit/house'

const house = await openHouse()
await house.settle()
const { ask, person, key } = house
const reviewer = await person('何敏', [['reviewer']])
const listed = async (query = '') =>
  (await ask(reviewer, 'GET', `/api/reply-templates${query}`)).items as TemplateView[]

test('every county starts with templates that the editor itself would take, and that read whole with a case', async () => {
  expect((await listed()).map(({ id }) => id).toSorted()).toEqual(TEMPLATE_SEED.map(({ id }) => id))
  for (const { move, categoryCode, name, text } of TEMPLATE_SEED) {
    const body = { key: key(), move, name, text, ...(categoryCode ? { categoryCode } : {}) }
    expect(SaveTemplate.body.safeParse(body).success, name).toBe(true)
    expect(strangeWords(text)).toEqual([])
    expect(fillTemplate(text, EXAMPLE_FACTS)).not.toMatch(/[{}！!]/)
  }
})

test('the moves where the desk says most have one to begin with', () => {
  const moves = new Set(TEMPLATE_SEED.map(({ move }) => move))
  for (const move of ['reject', 'ask_more', 'dispatch', 'extend', 'close', 'transfer'] as const)
    expect(moves).toContain(move)
})

test('one that the office stopped or replaced does not come back when the house starts again', async () => {
  const [first, second] = await listed('?move=reject')
  const ended = await ask(reviewer, 'POST', `/api/reply-templates/${first?.id}/ends`, { key: key() })
  expect(ended).toMatchObject({ status: 200 })
  const body = { key: key(), replaces: second?.id, move: 'reject', name: '新的', text: '新的话' }
  expect(await ask(reviewer, 'POST', '/api/reply-templates', body)).toMatchObject({ status: 200 })
  const before = await listed()
  await seedTemplates(house.db, house.now())
  expect(await listed()).toEqual(before)
  expect(before.map(({ id }) => id)).not.toContain(first?.id)
  expect(before.map(({ id }) => id)).not.toContain(second?.id)
})
