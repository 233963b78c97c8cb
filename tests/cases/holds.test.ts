import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sweepCases } from '../../functions/cases/clock-actions'
import { cases } from '../../schema/cases/ledger'
import { addDays } from '../../shared/kit/time'
import type { Person } from '../kit/house'
import { openCounty } from './world'

const county = await openCounty()
const { cast, ask, move, caseAt, deps } = county
const START = county.now()
const later = (days: number) => addDays(START, days)

async function held(days: number) {
  const id = await caseAt('processing')
  const suspend = { suspendReason: 'season', reviewAt: later(days).toISOString(), note: '水位回落后清理' }
  expect(await move(cast.admin, id, 'suspend', suspend)).toMatchObject({ status: 200 })
  return id
}
const todo = async (who: Person) => {
  const { items, counts } = (await ask(who, 'GET', '/api/cases?todo=yes&size=100')) as unknown as {
    items: { id: string }[]
    counts: Record<string, number>
  }
  return { ids: items.map(({ id }) => id), counted: counts.suspended ?? 0 }
}
const listed = async () =>
  (await ask(null, 'GET', '/api/public/holds')) as unknown as {
    items: { id: string; reason: string; isDue: boolean; reviewAt: string }[]
    hidden: number | null
  }

test('anyone reads which case waits, why and until when, and nothing of a person', async () => {
  const id = await held(30)
  const { items } = await listed()
  expect(items.find((one) => one.id === id)).toMatchObject({
    reason: 'season',
    isDue: false,
    reviewAt: later(30).toISOString(),
  })
  const text = JSON.stringify(items)
  for (const secret of ['林晓岚', '井盖塌了半边', '水位回落', '陈工', 'lng']) expect(text).not.toContain(secret)
  await move(cast.admin, id, 'resume')
  expect((await listed()).items.find((one) => one.id === id)).toBeUndefined()
})

test('cases that are not public are counted from five on, and never shown', async () => {
  const before = await listed()
  const hold = async () => {
    const { id } = await county.report()
    await county.file(id, { isPublic: false })
    await move(cast.reviewer, id, 'dispatch', { unitId: 'U052' })
    await move(cast.handler, id, 'sign')
    const suspend = { suspendReason: 'money', reviewAt: later(9).toISOString(), note: '等资金' }
    await move(cast.admin, id, 'suspend', suspend)
  }
  expect(before.hidden).toBe(0)
  for (const told of [null, null, null, null, 5]) {
    await hold()
    expect((await listed()).hidden).toBe(told)
  }
  expect((await listed()).items).toEqual(before.items)
})

test('the review date puts it on the office’s 待办 by the clock alone; without a decision it goes on after three days', async () => {
  const id = await held(10)
  expect((await todo(cast.admin)).ids).not.toContain(id)
  county.at(later(10))
  const office = await county.person('值班', [['admin']])
  const stands = async () => (await county.db.select().from(cases).where(eq(cases.id, id)))[0]?.state
  // No job has run since.
  const now = await todo(office)
  expect(now.ids).toContain(id)
  expect(now.counted).toBe(now.ids.length)
  expect((await listed()).items.find((one) => one.id === id)).toMatchObject({ isDue: true })
  county.at(later(12.9))
  await sweepCases(deps)
  expect(await stands()).toBe('suspended')
  county.at(later(13.1))
  await Promise.all([sweepCases(deps), sweepCases(deps)])
  expect(await stands()).toBe('processing')
  expect((await todo(await county.person('下周', [['admin']]))).ids).not.toContain(id)
  county.at(START)
})

test('the list goes on page by page, the nearest review first, and shows each case once', async () => {
  const ids = [await held(12), await held(11), await held(13)]
  const seen: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const page = (await ask(
      null,
      'GET',
      `/api/public/holds?size=1${next && `&cursor=${encodeURIComponent(next)}`}`,
    )) as unknown as {
      items: { id: string }[]
      next: string | null
    }
    seen.push(...page.items.map(({ id }) => id))
    next = page.next
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.filter((id) => ids.includes(id))).toEqual([ids[1], ids[0], ids[2]])
  expect(await ask(null, 'GET', '/api/public/holds?cursor=nonsense')).toMatchObject({ status: 200 })
})
