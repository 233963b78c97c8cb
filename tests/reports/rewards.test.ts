import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import { UNIT } from '../cases/world'
import { BOOKS, openRewards } from './rewards-world'

const county = await openRewards()
const { ask, key, cast, db, rows, setRule, bind, mine, act, pay, sweep, caseAt, report, move, myMove, photo } = county
const { lin, zhou, reviewer, reviewer2, admin, verifier, handler } = cast
const balanced = async () => expect(await rows(BOOKS)).toEqual([])
const rewardOf = async (as = lin, caseId = '') => (await mine(as)).items.find((one) => one.caseId === caseId)
const join = (as: typeof lin, id: string) => ask(as, 'POST', `/api/cases/${id}/joins`, { key: key() })
const finish = async (id: string) => {
  expect(await move(cast.reviewer, id, 'dispatch', { unitId: UNIT })).toMatchObject({ status: 200 })
  expect(await move(handler, id, 'sign')).toMatchObject({ status: 200 })
  const after = { note: '已更换井盖', photos: [await photo(handler)] }
  expect(await move(handler, id, 'handle', after)).toMatchObject({ status: 200 })
  const check = { conditions: ['设施完好'], photos: [await photo(verifier)] }
  expect(await move(verifier, id, 'close', check)).toMatchObject({ status: 200 })
}

test('without a rule nothing is earned and nothing breaks', async () => {
  const id = await caseAt('closed')
  await tick(county.deps)
  expect(await rewardOf(lin, id)).toBeUndefined()
})

test('a rule starts today or later, fits its classes and never pays one class twice', async () => {
  expect(await setRule({ startsOn: '2026-06-14' })).toMatchObject({ status: 422, field: 'startsOn' })
  expect(await setRule({ classes: ['A3'] })).toMatchObject({ status: 422, field: 'classes' })
  expect(await setRule({ classes: ['F3'] })).toMatchObject({ status: 422, field: 'classes' })
  expect(await setRule({ classes: ['ZZ'] })).toMatchObject({ status: 422, field: 'classes' })
  expect(await setRule({ dayMaxFen: 10 })).toMatchObject({ status: 422, field: 'dayMaxFen' })
  expect(await setRule({ startsOn: '2026-02-30' })).toMatchObject({ status: 400 })
  const made = await setRule({ dayMaxFen: 100_000, monthMaxFen: 100_000 })
  expect(made).toMatchObject({ status: 200, firstFen: 1000 })
  expect(await setRule()).toMatchObject({ status: 409, refused: 'overlap', field: 'classes' })
  expect(await setRule({ lineId: made.lineId })).toMatchObject({ status: 409, refused: 'conflict' })
  const thanks = {
    zh: '点赞积分',
    classes: ['A3'],
    firstFen: 0,
    followerFen: 0,
    dayMaxFen: 0,
    monthMaxFen: 0,
    budgetFen: 0,
  }
  expect(await setRule(thanks)).toMatchObject({ status: 200 })
  await expect(db.execute(sql`update reward_rules set first_fen = 9`)).rejects.toThrow()
  const book = await ask(admin, 'GET', '/api/reward-rules')
  expect(book.items).toMatchObject([{ byZh: '管理员' }, { byZh: '管理员', note: '创建办第 3 次会议' }])
})

test('the reporter of a closed case earns once, who joined earns the small rate, a second sweep adds nothing', async () => {
  const id = await caseAt('handled')
  await join(zhou, id)
  await sweep()
  expect(await rewardOf(lin, id)).toBeUndefined()
  await move(verifier, id, 'close', { conditions: ['设施完好'], photos: [await photo(verifier)] })
  await sweep()
  await sweep()
  expect(await rewardOf(lin, id)).toMatchObject({ rank: 'first', state: 'earned', fen: 1000, points: 5 })
  expect(await rewardOf(zhou, id)).toMatchObject({ rank: 'follower', state: 'earned', fen: 100, points: 1 })
  expect((await mine(zhou)).payable).toEqual({ fen: 100, points: 1 })
  await balanced()
})

test('the earlier report stays first when its case is merged into a later one', async () => {
  const early = await report(zhou)
  const late = await report(lin)
  const merged = await move(reviewer, early.id, 'merge', { masterId: late.id })
  expect(merged).toMatchObject({ status: 200 })
  await county.file(late.id)
  await finish(String(late.id))
  await sweep()
  // Both came in the same second: the order of the cases decides, and there is exactly one first.
  const ranks = await rows<{ rank: string }>(sql`select rank from rewards where case_id = ${late.id} order by rank`)
  expect(ranks.map(({ rank }) => rank)).toEqual(['first', 'follower'])
  county.at(new Date(county.now().getTime() + 60_000))
  const first = await report(zhou)
  county.at(new Date(county.now().getTime() + 60_000))
  const second = await report(lin)
  await move(reviewer, first.id, 'merge', { masterId: second.id })
  await county.file(second.id)
  await finish(String(second.id))
  await sweep()
  expect(await rewardOf(zhou, String(second.id))).toMatchObject({ rank: 'first' })
  expect(await rewardOf(lin, String(second.id))).toMatchObject({ rank: 'follower' })
})

test('staff, own-unit people, the anonymous and classes without a reward earn nothing and read why', async () => {
  const neighbour = await county.person('邻居')
  const own = await county.person('本单位志愿者', [['volunteer', { unitId: UNIT }]])
  const why: [typeof lin, object, string][] = [
    [cast.chief, {}, '工作人员'],
    [own, {}, '本单位'],
    [neighbour, { identity: 'anonymous' }, '匿名'],
  ]
  for (const [as, more, words] of why) {
    const { id } = await report(as, more)
    await county.file(id)
    await finish(String(id))
    await join(zhou, String(id))
    await sweep()
    expect(await rewardOf(as, String(id)), words).toMatchObject({
      state: 'refused',
      fen: 0,
      whyZh: expect.stringContaining(words),
    })
    // The first place is taken: who came later is not first because the first is not paid.
    expect(await rewardOf(zhou, String(id))).toMatchObject({ rank: 'follower' })
  }
  await balanced()
})

test('one approves, another pays; the file holds each reward once and every taking of it is on record', async () => {
  const id = await caseAt('closed')
  await sweep()
  const reward = await rewardOf(lin, id)
  expect(await pay(reviewer2, [reward?.id])).toMatchObject({ status: 409 })
  expect(await act(reviewer, reward?.id, 'approve')).toMatchObject({ status: 200, state: 'approved', hasPayee: false })
  expect(await pay(reviewer2, [reward?.id])).toMatchObject({ status: 409 })
  expect(await bind(lin, { name: '' })).toMatchObject({ status: 422, field: 'name' })
  expect(await bind(lin, { name: '=cmd' })).toMatchObject({ status: 200 })
  expect(await pay(reviewer, [reward?.id])).toMatchObject({ status: 409 })
  const sent = { key: key(), ids: [reward?.id], note: '七月第一批' }
  const paid = await ask(reviewer2, 'POST', '/api/reward-payouts', sent)
  expect(paid).toMatchObject({ status: 200, rows: 1, fen: 1000 })
  expect(await ask(reviewer2, 'POST', '/api/reward-payouts', sent)).toEqual(paid)
  expect(await pay(reviewer2, [reward?.id])).toMatchObject({ status: 409 })
  expect(await ask(reviewer, 'GET', `/api/reward-payouts/file?id=${paid.id}`)).toMatchObject({ status: 403 })
  const file = await ask(reviewer2, 'GET', `/api/reward-payouts/file?id=${paid.id}`)
  const text = new TextDecoder().decode(file.bytes as Uint8Array)
  expect(text).toContain(`"'=cmd","微信零钱"`)
  expect(text).toContain('"10.00"')
  expect(await ask(admin, 'GET', '/api/reward-payouts')).toMatchObject({ items: [{ id: paid.id, taken: 1 }] })
  await expect(db.execute(sql`delete from reward_payout_takes`)).rejects.toThrow()
  await expect(db.execute(sql`update rewards set paid_by = approved_by where state = 'paid'`)).rejects.toThrow()
  expect((await mine(lin)).paid).toEqual({ fen: 1000, points: 5 })
  await balanced()
})

test('a case under way again freezes what is not paid; closed again it thaws, to be approved anew, and nobody earns twice', async () => {
  const id = await caseAt('closed')
  await join(zhou, id)
  await sweep()
  const { id: rewardId = '' } = (await rewardOf(lin, id)) ?? {}
  await act(reviewer, rewardId, 'approve')
  await myMove(lin, id, 'ask_reopen', { note: '又坏了', photos: [await photo(lin)] })
  // Before any sweep the money is held already.
  expect(await pay(reviewer2, [rewardId])).toMatchObject({ status: 409 })
  await sweep()
  expect(await rewardOf(lin, id)).toMatchObject({ state: 'frozen', whyZh: expect.stringContaining('重办') })
  expect(await act(reviewer, rewardId, 'unfreeze', '查过了')).toMatchObject({ status: 409 })
  const denied = await move(reviewer2, id, 'deny_reopen', { note: '不是同一处' })
  expect(denied).toMatchObject({ status: 200 })
  await sweep()
  expect(await rewardOf(lin, id)).toMatchObject({ state: 'earned', fen: 1000 })
  expect((await rows(sql`select 1 from rewards where case_id = ${id}`)).length).toBe(2)
  await balanced()
})

test('an objection holds the rewards of its case once; the office answers with a reason, and what is reversed goes back to the budget', async () => {
  const id = await caseAt('closed')
  await join(zhou, id)
  await sweep()
  const [own, others] = [await rewardOf(zhou, id), await rewardOf(lin, id)]
  const object = (as: typeof lin, rewardId?: string) =>
    ask(as, 'POST', `/api/my-rewards/${rewardId}/objections`, { key: key(), words: '是我先打的电话' })
  expect(await object(zhou, others?.id)).toMatchObject({ status: 404 })
  expect(await object(zhou, own?.id)).toMatchObject({ status: 200, state: 'frozen', mayObject: false })
  expect(await object(zhou, own?.id)).toMatchObject({ status: 409 })
  expect(await rewardOf(lin, id)).toMatchObject({ state: 'frozen' })
  const list = await ask(reviewer, 'GET', '/api/rewards?state=frozen')
  expect(list.items).toHaveLength(2)
  for (const one of list.items as object[]) expect(one).toMatchObject({ objections: ['是我先打的电话'] })
  expect(JSON.stringify(list)).not.toMatch(/林晓岚|周明/)
  expect(await act(reviewer, others?.id, 'reverse')).toMatchObject({ status: 422, field: 'note' })
  expect(await act(reviewer, others?.id, 'reverse', '电话记录在前')).toMatchObject({ status: 200, state: 'reversed' })
  expect(await act(reviewer, own?.id, 'unfreeze', '情况属实')).toMatchObject({ status: 200, state: 'earned' })
  await balanced()
  await sweep()
  expect(await rewardOf(lin, id)).toMatchObject({ state: 'reversed' })
})

test('who wants points only gets no money; points alone need no second person', async () => {
  const cao = await county.person('曹颖')
  expect(await bind(cao, { way: 'points', name: '' })).toMatchObject({ status: 200, way: 'points' })
  const { id } = await report(cao)
  await county.file(id)
  await finish(String(id))
  await sweep()
  const reward = await rewardOf(cao, String(id))
  expect(reward).toMatchObject({ state: 'earned', fen: 0, points: 5 })
  expect(await act(reviewer, reward?.id, 'approve')).toMatchObject({ status: 200, state: 'paid' })
  expect((await mine(cao)).paid).toEqual({ fen: 0, points: 5 })
  await balanced()
})

test('who works elsewhere sees no reward, and a name that is nobody’s is not there', async () => {
  const list = await ask(cast.farReviewer, 'GET', '/api/rewards?state=earned')
  expect(list).toMatchObject({ status: 200, items: [], counts: {} })
  const [one] = await rows<{ id: string }>(sql`select id from rewards where state = 'earned'`)
  expect(await act(cast.farReviewer, one?.id, 'approve')).toMatchObject({ status: 404 })
  expect(await pay(cast.farReviewer, [one?.id])).toMatchObject({ status: 404 })
  expect(await mine(zhou, '?cursor=never~x')).toMatchObject({ status: 200 })
  expect(county.logged).toEqual([])
})

test("who came forward is told of every step of their reward, and the payee's name lies sealed", async () => {
  const id = await caseAt('closed')
  await sweep()
  const { number } = await ask(reviewer, 'GET', `/api/cases/${id}`)
  const told = async () =>
    ((await ask(lin, 'GET', '/api/notices?size=50')).items as { title: string; text: string }[]).filter(({ text }) =>
      text.startsWith(String(number)),
    )
  await tick(county.deps)
  await tick(county.deps)
  expect((await told()).map(({ title }) => title)).toEqual(['给您记了一笔奖励'])
  expect((await told())[0]?.text).toMatch(/奖励 \d+ 元/)
  await bind(lin)
  const kept = await rows<{ name: string }>(sql`select name from reward_payees where person_id = ${lin.id}`)
  expect(kept[0]?.name).toContain('A256GCM')
  expect(JSON.stringify(kept)).not.toContain('林')
})
