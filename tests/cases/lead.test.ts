import { expect, test } from 'vitest'
import { GRID, OTHER_UNIT, openCounty, UNIT } from './world'

const county = await openCounty()
const { cast, ask, key, move, report, file } = county

test('a lead department that is named for a later day does not lead before it, on the page or in the journal', async () => {
  const sent = await report()
  const now = String((await ask(cast.lin, 'GET', `/api/my-cases/${sent.id}`)).leadZh)
  expect(now).not.toBe('')
  const duties = (await ask(cast.admin, 'GET', `/api/grids/${GRID}/duties`)).items as { id: string; tier: number }[]
  const change = { key: key(), tier: 2, postZh: '牵头部门', unitId: OTHER_UNIT, startsOn: '2026-06-20' }
  const replaces = duties.find(({ tier }) => tier === 2)?.id
  expect(await ask(cast.admin, 'POST', `/api/grids/${GRID}/duties`, { ...change, replaces })).toMatchObject({
    status: 200,
  })
  expect(await ask(cast.lin, 'GET', `/api/my-cases/${sent.id}`)).toMatchObject({ leadZh: now })
  await file(sent.id)
  const { events } = await move(cast.reviewer, sent.id, 'dispatch', { unitId: UNIT })
  expect(JSON.stringify(events)).toContain(now)
  county.at('2026-06-19T16:00:01Z')
  const later = await ask(cast.lin, 'GET', `/api/my-cases/${sent.id}`)
  expect(later.leadZh).not.toBe(now)
  expect(later.leadZh).not.toBe('')
})
