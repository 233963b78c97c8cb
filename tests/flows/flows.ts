import { afterAll, describe, expect, test } from 'vitest'
import type { OpenDb } from '../../functions/db/types'
import { openCounty, PLACE, UNIT } from '../cases/world'
import { at, openWorld } from '../volunteering/world'

/** The stories of the product, told through the real app; the same on every driver. */
export function tellFlows(driver: string, open: () => Promise<OpenDb>) {
  describe(`a–d on ${driver}: 随手拍 to 销号`, async () => {
    const { db, close } = await open()
    afterAll(close)
    const { ask, key, cast, photo, report, move, myMove, file, caseAt } = await openCounty({ db })

    test('a citizen reports, the office files and dispatches, the unit fixes, somebody else checks, the citizen rates', async () => {
      const sent = await report()
      expect(sent).toMatchObject({ status: 200, state: 'submitted', gridZh: '新建网格' })
      const queue = await ask(cast.reviewer, 'GET', '/api/cases?todo=yes')
      expect(queue.items).toMatchObject([{ id: sent.id, state: 'submitted' }])
      expect(await file(sent.id)).toMatchObject({ status: 200, state: 'filed' })
      const { chain } = (await ask(cast.reviewer, 'GET', `/api/cases/${sent.id}`)) as unknown as {
        chain: { tier: number; names: string[] }[]
      }
      expect(chain.map(({ tier, names }) => [tier, names.length > 0])).toEqual([1, 2, 3, 4].map((tier) => [tier, true]))
      expect(await move(cast.reviewer, sent.id, 'dispatch', { unitId: UNIT })).toMatchObject({ state: 'dispatched' })
      expect(await move(cast.handler, sent.id, 'sign')).toMatchObject({ state: 'processing' })
      const fixed = { note: '已更换井盖', photos: [await photo(cast.handler)] }
      expect(await move(cast.handler, sent.id, 'handle', fixed)).toMatchObject({ state: 'handled' })
      const checked = { conditions: ['设施完好'], photos: [await photo(cast.verifier)] }
      expect(await move(cast.verifier, sent.id, 'close', checked)).toMatchObject({ state: 'closed' })
      const mine = await ask(cast.lin, 'GET', `/api/my-cases/${sent.id}`)
      expect(mine).toMatchObject({ state: 'closed', mayRate: true })
      expect([(mine.before as unknown[]).length, (mine.after as unknown[]).length]).toEqual([1, 2])
      const rating = { key: key(), score: 5, tags: ['处理得快'] }
      expect(await ask(cast.lin, 'POST', `/api/my-cases/${sent.id}/ratings`, rating)).toMatchObject({ mayRate: false })
    })

    test('a resend acts once, another body under its key is refused, a race has one winner', async () => {
      const id = await caseAt('filed')
      const body = { key: key(), move: 'dispatch', unitId: UNIT }
      const answers = await Promise.all(
        [1, 2, 3].map(() => ask(cast.reviewer, 'POST', `/api/cases/${id}/transitions`, body)),
      )
      expect(answers.map(({ status, version }) => [status, version])).toEqual([1, 2, 3].map(() => [200, 2]))
      expect(
        await ask(cast.reviewer, 'POST', `/api/cases/${id}/transitions`, { ...body, unitId: 'U001' }),
      ).toMatchObject({ refused: 'key_reused' })
      const racing = await caseAt('submitted')
      const all = await Promise.all([
        file(racing),
        file(racing),
        move(cast.reviewer2, racing, 'reject', { rejectReason: 'untrue', note: '不实' }),
      ])
      expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
    })

    test('numbers of a day have no gaps and no doubles, however many report at once', async () => {
      const people = [cast.lin, cast.zhou, cast.reviewer, cast.handler, cast.verifier]
      const sent = await Promise.all(people.map((as) => report(as)))
      const counts = sent.map(({ number }) => Number(String(number).slice(-4))).sort((a, b) => a - b)
      expect(counts).toEqual(counts.map((_, i) => (counts[0] ?? 0) + i))
    })

    test('what a table refuses comes back as a sentence', async () => {
      const id = await caseAt('filed')
      expect(await move(cast.reviewer, id, 'dispatch', { unitId: 'none' })).toMatchObject({
        status: 422,
        zh: '没有这个责任单位',
      })
      expect(await myMove(cast.lin, id, 'withdraw')).toMatchObject({ status: 409, refused: 'wrong_state' })
    })
  })

  describe(`g on ${driver}: what leaves the house`, async () => {
    const { db, close } = await open()
    afterAll(close)
    const { app, ask, key, cast, file, caseAt } = await openCounty({ db })

    test('another platform hands a report in, and once let out it is in the feed, the requests and the ledger', async () => {
      const { secret } = await ask(cast.admin, 'POST', '/api/api-keys', {
        key: key(),
        name: '平台',
        scopes: ['open311'],
      })
      const fields = { service_code: 'D1', lat: String(PLACE.lat), long: String(PLACE.lng), description: '井盖松动' }
      const form = new URLSearchParams({ api_key: String(secret), ...fields })
      const post = async () =>
        (await app.request('/open311/v2/requests.json', { method: 'POST', body: form })).json() as Promise<
          { service_request_id: string }[]
        >
      const [[first], [again]] = [await post(), await post()]
      expect(again).toEqual(first)
      const number = String(first?.service_request_id)
      const { items } = (await ask(cast.reviewer, 'GET', '/api/cases?todo=yes')) as unknown as {
        items: { id: string }[]
      }
      expect(await file(items[0]?.id)).toMatchObject({ status: 200, number })
      const closed = await caseAt('closed')
      const get = async (path: string) => (await app.request(path)).text()
      expect(await get('/feeds/cases.atom')).toContain(`id=${closed}`)
      expect(await get(`/open311/v2/requests/${number}.json`)).toContain('"status":"open"')
      expect(await get('/open311/v2/requests.xml?status=closed')).toContain('已办结：已更换井盖')
      const headers = { authorization: `Bearer ${cast.admin.token}` }
      const ledger = (await app.request('/api/cases/export?format=csv&reason=%E9%80%9A%E6%8A%A5', { headers })).text()
      expect((await ledger).split('\r\n')).toHaveLength(4)
      expect(await ledger).toContain(number)
    })
  })

  describe(`e, f on ${driver}: sign-up to minutes`, async () => {
    const { db, close } = await open()
    afterAll(close)
    const world = await openWorld({ db })

    test('a volunteer signs up, checks in and out with the rotating code, and the leader’s list makes the minutes', async () => {
      const { leader, volunteer, aShift, code, show, board, lead, ask } = world
      const ma = await volunteer('马莉')
      const { shiftId, ids } = await aShift('2026-06-27', [ma])
      world.at(at('09:00'))
      expect(await show(ma, ids[0], 'in', (await code(leader, shiftId, 'in')).text)).toMatchObject({ status: 200 })
      world.at(at('11:00'))
      expect(await show(ma, ids[0], 'out', (await code(leader, shiftId, 'out')).digits)).toMatchObject({ status: 200 })
      expect(await board(leader, shiftId)).toMatchObject({ status: 200 })
      const body = { key: world.key() }
      expect(await lead(leader, shiftId, 'confirmations', body)).toMatchObject({ status: 200 })
      expect(await lead(leader, shiftId, 'confirmations', body)).toMatchObject({ status: 200 })
      const hours = await ask(ma, 'GET', '/api/my-hours')
      expect(JSON.stringify(hours)).toContain('120')
    })

    test('a seat that is taken is taken: the second hears 满员', async () => {
      const { leader, volunteer, anActivity, signUp } = world
      const { shifts } = await anActivity({
        shifts: [{ from: at('13:00'), to: at('14:00'), leader, posts: { 清捡组: 1 } }],
      })
      const [first, second] = [await volunteer('甲'), await volunteer('乙')]
      expect(await signUp(first, shifts[0]?.id ?? '')).toMatchObject({ status: 200 })
      expect(await signUp(second, shifts[0]?.id ?? '')).toMatchObject({ status: 409, refused: 'full' })
    })
  })
}
