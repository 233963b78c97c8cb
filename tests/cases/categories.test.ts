import { expect, test } from 'vitest'
import { openHouse } from '../kit/house'

const house = await openHouse()
await house.settle()

test('a category tells both its limits, the short one only where it has one', async () => {
  const { items } = await house.ask(null, 'GET', '/api/categories')
  const all = items as { code: string; limitZh: string; hazardLimitZh: string | null }[]
  expect(all).toHaveLength(60)
  expect(all.find(({ code }) => code === 'D1')).toMatchObject({ hazardLimitZh: '1 小时' })
  expect(all.some(({ hazardLimitZh }) => hazardLimitZh === null)).toBe(true)
  for (const { limitZh } of all) expect(limitZh).toMatch(/小时|工作日|天|分/)
})
