import { expect, test } from 'vitest'
import { openHouse } from '../kit/house'

test('every answer tells the time of the house, so that a phone with a wrong clock knows its deadlines', async () => {
  const house = await openHouse()
  house.at('2026-06-27T01:42:36Z')
  for (const path of ['/api/activities', '/api/me'])
    expect((await house.app.request(path)).headers.get('date')).toBe('Sat, 27 Jun 2026 01:42:36 GMT')
})
