import { expect, test } from 'vitest'
import { at, openWorld } from './world'

const world = await openWorld()
const { ask, key, leader, volunteer, anActivity, signUp, signUpId, code, show, lead } = world

const shift = (from: string, to: string, day = '2026-06-27') => ({ from: at(from, day), to: at(to, day), leader })
type Row = { title: string; state: string; attendance: string; next: { act: string | null; zh: string } }
const list = async (as: { token: string }, query: string) => {
  const { items, next, status } = await ask(as, 'GET', `/api/my-sign-ups?${query}`)
  expect(status).toBe(200)
  return { items: items as Row[], next: next as string | null }
}

test('我的活动 says of each sign-up what comes next, soonest first, and lets go of what is over', async () => {
  const chen = await volunteer('陈丽')
  const { shifts: late } = await anActivity({ title: '下午场', shifts: [shift('14:00', '16:00')] })
  const { shifts: early } = await anActivity({ title: '上午场', shifts: [shift('09:00', '11:00')] })
  const [morning, afternoon] = [early[0]?.id ?? '', late[0]?.id ?? '']
  await signUp(chen, afternoon)
  await signUp(chen, morning, { postId: early[0]?.posts[0] })
  const id = await signUpId(chen, morning)

  world.at(at('08:20'))
  const first = await list(chen, 'list=coming')
  expect(first.items).toMatchObject([
    { title: '上午场', postName: '清捡组', state: 'approved', next: { act: null, zh: '今天 08:45 起可以签到' } },
    { title: '下午场', postName: null, next: { act: null, zh: '今天 13:45 起可以签到' } },
  ])
  world.at(at('08:50'))
  expect((await list(chen, 'list=coming')).items[0]?.next).toEqual({ act: 'check_in', zh: '现在可以签到' })
  await show(chen, id, 'in', (await code(leader, morning, 'in')).digits)
  expect((await list(chen, 'list=coming')).items[0]).toMatchObject({
    attendance: 'in',
    next: { act: 'check_out', zh: '离开时请签退' },
  })
  world.at(at('11:05'))
  await show(chen, id, 'out', (await code(leader, morning, 'out')).digits)
  expect((await list(chen, 'list=coming')).items.map(({ title }) => title)).toEqual(['下午场'])
  expect((await list(chen, 'list=past')).items[0]?.next.zh).toBe('已签退，等领队确认名单')
  await lead(leader, morning, 'confirmations')
  expect((await list(chen, 'list=past')).items).toMatchObject([{ title: '上午场', next: { zh: '时长已认定' } }])
})

test('a withdrawn sign-up moves to the past at once, a cancelled activity still stands among what is to come', async () => {
  world.at(at('08:00'))
  const wu = await volunteer('吴敏')
  const { shifts } = await anActivity({ title: '退出的', shifts: [shift('12:00', '13:00')] })
  const called = await anActivity({ title: '取消的', shifts: [shift('14:00', '15:00')] })
  await signUp(wu, shifts[0]?.id ?? '')
  await signUp(wu, called.shifts[0]?.id ?? '')
  const path = `/api/sign-ups/${await signUpId(wu, shifts[0]?.id ?? '')}/withdrawals`
  await ask(wu, 'POST', path, { key: key() })
  const body = { key: key(), move: 'cancel', note: '暴雨' }
  expect(await ask(world.author, 'POST', `/api/activities/${called.id}/transitions`, body)).toMatchObject({
    status: 200,
  })
  expect((await list(wu, 'list=coming')).items).toMatchObject([
    { title: '取消的', state: 'cancelled_by_org', next: { act: null, zh: '活动已取消，不用到场' } },
  ])
  expect((await list(wu, 'list=past')).items).toMatchObject([{ title: '退出的', state: 'withdrawn' }])
})

test('pages of 我的活动 neither skip nor repeat, in both directions, and show nobody else', async () => {
  const he = await volunteer('何敏')
  for (const n of [20, 21, 22, 23, 24]) {
    world.at(at('08:00', `2026-07-${n}`))
    const { shifts } = await anActivity({ title: `第 ${n} 日`, shifts: [shift('09:00', '10:00', `2026-07-${n}`)] })
    await signUp(he, shifts[0]?.id ?? '')
  }
  const titles = async (which: string) => {
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`
      const page = await list(he, `list=${which}&size=2${cursor}`)
      seen.push(...page.items.map(({ title }) => title))
      next = page.next
    }
    return seen
  }
  world.at(at('08:00', '2026-07-01'))
  expect(await titles('coming')).toEqual(['第 20 日', '第 21 日', '第 22 日', '第 23 日', '第 24 日'])
  expect(await titles('past')).toEqual([])
  world.at(at('08:00', '2026-07-31'))
  expect(await titles('past')).toEqual(['第 24 日', '第 23 日', '第 22 日', '第 21 日', '第 20 日'])
  expect((await list(await volunteer('马莉'), 'list=past')).items).toEqual([])
})

test('我的时长 can be asked for records that stand in one way, and says the same as the list of all', async () => {
  world.at(at('07:00', '2026-06-28'))
  const sun = await volunteer('孙伟')
  const days = ['2026-06-28', '2026-06-29', '2026-06-30', '2026-07-01'] as const
  const ids: string[] = []
  for (const day of days) {
    const made = await world.aShift(day, [sun])
    const id = made.ids[0]
    ids.push(id)
    await show(sun, id, 'in', (await code(leader, made.shiftId, 'in')).digits)
    if (day === '2026-07-01') break
    if (day === '2026-06-29') continue
    world.at(at('11:00', day))
    await show(sun, id, 'out', (await code(leader, made.shiftId, 'out')).digits)
    if (day === '2026-06-28') await lead(leader, made.shiftId, 'confirmations')
  }
  world.at(at('09:30', '2026-07-01'))
  const records = async (query: string) => {
    const { records } = await ask(sun, 'GET', `/api/my-hours${query}`)
    return (records as { items: { signUpId: string; state: string }[] }).items
  }
  const all = await records('')
  expect(all.map(({ state }) => state)).toEqual(['serving', 'pending', 'no_check_out', 'confirmed'])
  for (const state of ['serving', 'pending', 'no_check_out', 'confirmed'])
    expect(await records(`?state=${state}`)).toEqual(all.filter((row) => row.state === state))
})
