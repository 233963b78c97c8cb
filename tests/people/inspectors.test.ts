import { expect, test } from 'vitest'
import { openHouse } from '../kit/house'

const house = await openHouse()
const { ask, person } = house
await house.settle()

test('a reviewer is told who may be sent to look at a grid: verifiers of the county and of that grid, each once', async () => {
  const reviewer = await person('何敏', [['reviewer']])
  const whole = await person('孙巡', [['verifier'], ['verifier', { gridId: 'WG09' }]])
  const here = await person('李巡', [['verifier', { gridId: 'WG09' }]])
  const there = await person('王巡', [['verifier', { gridId: 'WG01' }]])
  await person('陈工', [['handler', { unitId: 'U052' }]])
  const names = async (query: string) => {
    const { items } = await ask(reviewer, 'GET', `/api/inspectors${query}`)
    return (items as { id: string }[]).map(({ id }) => id).sort()
  }
  expect(await names('?gridId=WG09')).toEqual([whole.id, here.id].sort())
  expect(await names('')).toEqual([whole.id, here.id, there.id].sort())
})

test('nobody but a reviewer reads their names', async () => {
  const verifier = await person('孙巡', [['verifier']])
  expect(await ask(verifier, 'GET', '/api/inspectors')).toMatchObject({ status: 403, refused: 'forbidden' })
})
