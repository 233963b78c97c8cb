import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCalendarCsv } from '../../shared/cases/calendar-csv'
import { openHouse } from '../kit/house'

const house = await openHouse()
await house.settle()
const { ask, person, key } = house
const admin = await person('高主任', [['admin']])
const CSV = '\uFEFF日期,类型,说明\r\n2027-01-01,放假,元旦\r\n2027/1/2,上班,调休\r\n'
const year = (of: number) => ask(admin, 'GET', `/api/work-calendar?year=${of}`)
const set = (body: object, as = admin) => ask(as, 'POST', '/api/work-calendar', { key: key(), ...body })

test('a dry run reads every day and changes nothing; applying it gives exactly what was shown', async () => {
  const checked = await ask(admin, 'POST', '/api/work-calendar/check', { year: 2027, csv: CSV })
  expect(checked).toMatchObject({ status: 200, bad: [] })
  expect(await year(2027)).toMatchObject({ source: null, days: [] })
  const done = await set({ year: 2027, csv: CSV })
  expect(done).toMatchObject({ status: 200, source: 'CSV 导入', days: checked.days })
  const twice = await set({ year: 2027, csv: CSV })
  expect(twice.days).toEqual(done.days)
  const journal = await ask(admin, 'GET', '/api/setting-changes?kind=calendar_changed')
  expect((journal.items as object[]).length).toBe(2)
})

test('a year’s days are replaced as a whole, and other years stay', async () => {
  const before = await year(2026)
  await set({ year: 2027, csv: '2027-05-03,放假' })
  expect(await year(2027)).toMatchObject({ days: [{ day: '2027-05-03', kind: 'rest' }] })
  expect(await year(2026)).toEqual(before)
})

test('a published year is filled by one press, an unpublished one says that it is not', async () => {
  expect(await set({ year: 2025 })).toMatchObject({ status: 200, source: expect.stringContaining('chinese-days') })
  expect(await set({ year: 2099 })).toMatchObject({ status: 409, refused: 'not_ready' })
})

test('an administrator of one grid does not change the county’s calendar', async () => {
  const far = await person('网格管理员', [['admin', { gridId: 'WG01' }]])
  expect(await set({ year: 2027, csv: CSV }, far)).toMatchObject({ status: 403 })
})

test('a bad cell in a file stops all of it', async () => {
  const before = await year(2027)
  expect(await set({ year: 2027, csv: '2027-01-01,放假\n2027-02-30,放假' })).toMatchObject({
    status: 422,
    zh: expect.stringContaining('第 2 行日期'),
  })
  expect(await year(2027)).toEqual(before)
})

test('whatever stands in a cell, it is a day that is taken or a cell that is named', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('2027-01-01', '2027-13-01', '2026-01-01', '放假', '上班', ''))
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
      const csv = rows.map((row) => row.map((text) => text.replace(/[\r\n,，\t"]/g, '')).join(',')).join('\n')
      const { days, bad } = readCalendarCsv(csv, 2027)
      for (const { day } of days) expect(day).toMatch(/^2027-\d\d-\d\d$/)
      expect(new Set(days.map(({ day }) => day)).size).toBe(days.length)
      for (const { row, zh } of bad) {
        expect(row).toBeGreaterThanOrEqual(1)
        expect(zh).toMatch(/[\u4e00-\u9fff]/)
      }
      expect(days.length + bad.length).toBeGreaterThan(0)
    }),
  )
})
