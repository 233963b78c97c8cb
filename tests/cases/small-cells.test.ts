import { expect, test } from 'vitest'
import { ENDPOINTS } from '../../shared/registry'
import { openCounty } from './world'

const { ask, caseAt } = await openCounty()
const month = () => ask(null, 'GET', '/api/figures/month')

test('figures of fewer than five cases are not told, neither the count nor a mean that is one person’s case', async () => {
  expect(await month()).toMatchObject({ closed: 0, onTimePercent: null, meanHours: null })
  for (let n = 1; n <= 4; n++) {
    await caseAt('closed')
    expect(await month(), `${n}`).toMatchObject({ closed: null, onTimePercent: null, meanHours: null })
  }
  await caseAt('closed')
  expect(await month()).toMatchObject({ closed: 5, onTimePercent: 100, meanHours: expect.any(Number) })
}, 60_000)

/** Public doors with figures of people or cases, each with a test of its small cells; the rest has none. */
const WITH_FIGURES = ['/api/figures/month', '/api/public/holds', '/api/service-figures', '/api/teams', '/api/teams/:id']
const WITHOUT = [
  '/api/public/cases',
  '/api/public/cases/:id',
  '/api/public/cases/:id/card',
  '/api/outside-cases/look',
  '/api/categories',
  '/api/county',
  '/api/map',
  '/api/places',
  '/api/grids/:id',
  '/api/wechat/push',
  '/api/pictures/:id/:variant',
  '/api/public/certificates/:id',
  '/api/public/certificate-keys',
  '/api/service-order-kinds',
  '/api/star-publicity',
  '/api/activity-series',
  '/api/activities',
  '/api/activity-month',
  '/api/activities/:id',
  '/api/point-categories',
  '/api/points',
  '/api/points/:id',
  '/api/questions',
  '/api/demo-accounts',
  '/api/share-codes/:id',
  '/api/points/near',
  '/api/public/announcements',
  '/api/activities/:id/article',
  // How often the office itself rang back, of records drawn by lot: of nobody.
  '/api/call-back-figures',
]

test('every public door is looked at for small cells: a new one is named here first', () => {
  const open = Object.values(ENDPOINTS).filter(({ who, verb }) => who === 'anyone' && verb === 'GET')
  const named = new Set([...WITH_FIGURES, ...WITHOUT])
  expect(open.map(({ path }) => path).filter((path) => !named.has(path))).toEqual([])
})
