import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCalendarTable } from '../../shared/cases/calendar-table'
import { openHouse } from '../kit/house'
import { csvOf, sendFile, xlsxOf } from '../kit/tables'

const house = await openHouse()
await house.settle()
const { ask, person, key } = house
const admin = await person('高主任', [['admin']])
const HEAD = ['日期', '类型', '说明']
const ROWS = [HEAD, ['2027-01-01', '放假', '元旦'], ['2027/1/2', '上班', '调休']]
const year = (of: number) => ask(admin, 'GET', `/api/work-calendar?year=${of}`)
const check = (bytes: Uint8Array, as = admin, of = 2027) =>
  sendFile(house, as, '/api/work-calendar/check', bytes, { year: String(of) })
const apply = (bytes: Uint8Array, stamp: unknown, as = admin, id = key()) =>
  sendFile(house, as, '/api/work-calendar/imports', bytes, { key: id, year: '2027', stamp: String(stamp) })
const bring = async (bytes: Uint8Array) => apply(bytes, (await check(bytes)).stamp ?? 'x'.repeat(64))
const fill = (of: number, as = admin) => ask(as, 'POST', '/api/work-calendar', { key: key(), year: of })
const journal = async () =>
  ((await ask(admin, 'GET', '/api/setting-changes?kind=calendar_changed')).items as object[]).length

test('a dry run reads every day and changes nothing; applying it gives exactly what was shown', async () => {
  const bytes = csvOf(ROWS)
  const checked = await check(bytes)
  expect(checked).toMatchObject({ status: 200, bad: [], days: [{ note: '元旦' }, { day: '2027-01-02', kind: 'work' }] })
  expect(await year(2027)).toMatchObject({ source: null, days: [] })
  const id = key()
  const done = await apply(bytes, checked.stamp, admin, id)
  expect(done).toMatchObject({ status: 200, source: '表格导入', days: checked.days })
  expect(await apply(bytes, checked.stamp, admin, id)).toEqual(done)
  expect(await journal()).toBe(1)
})

/** 日期,类型,说明 and one day in GBK, as Excel on a Chinese computer writes them. */
const GBK = new Uint8Array([
  ...[0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xc0, 0xe0, 0xd0, 0xcd, 0x2c, 0xcb, 0xb5, 0xc3, 0xf7, 0x0d, 0x0a],
  ...new TextEncoder().encode('2027-10-01,'),
  ...[0xb7, 0xc5, 0xbc, 0xd9, 0x2c, 0xb9, 0xfa, 0xc7, 0xec],
])

test('a workbook, a GBK file and quoted cells are the same table', async () => {
  const quoted = csvOf([HEAD, ['2027-10-01', '放假', '国庆,"长假"']])
  const read = async (bytes: Uint8Array) => (await check(bytes)).days
  expect(await read(GBK)).toEqual([{ day: '2027-10-01', kind: 'rest', note: '国庆' }])
  expect(await read(quoted)).toEqual([{ day: '2027-10-01', kind: 'rest', note: '国庆,"长假"' }])
  expect(await read(await xlsxOf(ROWS))).toEqual(await read(csvOf(ROWS)))
})

test('a year’s days are replaced as a whole, other years stay, and what is given out comes back as it was', async () => {
  const before = await year(2026)
  await bring(csvOf([HEAD, ['2027-05-03', '放假', '']]))
  expect(await year(2027)).toMatchObject({ days: [{ day: '2027-05-03', kind: 'rest' }] })
  expect(await year(2026)).toEqual(before)
  const { bytes } = await ask(admin, 'GET', '/api/work-calendar/table?year=2026')
  expect(await check(bytes as Uint8Array, admin, 2026)).toMatchObject({ bad: [], days: before.days })
})

test('what was tried and then changed by somebody else is not written', async () => {
  const { stamp } = await check(csvOf(ROWS))
  await bring(csvOf([HEAD, ['2027-05-04', '放假', '']]))
  expect(await apply(csvOf(ROWS), stamp)).toMatchObject({ status: 409, refused: 'conflict' })
  expect(await apply(csvOf([HEAD]), stamp)).toMatchObject({ status: 422 })
  expect(await year(2027)).toMatchObject({ days: [{ day: '2027-05-04' }] })
})

test('a published year is filled by one press, an unpublished one says that it is not', async () => {
  expect(await fill(2025)).toMatchObject({ status: 200, source: expect.stringContaining('chinese-days') })
  expect(await fill(2099)).toMatchObject({ status: 409, refused: 'not_ready' })
})

test('an administrator of one grid does not change the county’s calendar', async () => {
  const far = await person('网格管理员', [['admin', { gridId: 'WG01' }]])
  expect(await check(csvOf(ROWS), far)).toMatchObject({ status: 403 })
  expect(await apply(csvOf(ROWS), 'x'.repeat(64), far)).toMatchObject({ status: 403 })
  expect(await fill(2025, far)).toMatchObject({ status: 403 })
})

test('a bad cell is named with its place and stops all of the file', async () => {
  const before = await year(2027)
  const bytes = csvOf([HEAD, ['2027-01-01', '放假', ''], ['2027-02-30', '放假', ''], ['2027-01-01', '值班', '']])
  expect(await check(bytes)).toMatchObject({
    stamp: null,
    bad: [
      { row: 3, column: '日期', zh: expect.stringContaining('2027-02-30') },
      { row: 4, column: '类型', zh: expect.stringContaining('放假') },
    ],
  })
  const again = csvOf([HEAD, ['2027-01-01', '放假', ''], ['2027年1月1日', '上班', '']])
  expect(await check(again)).toMatchObject({
    bad: [{ row: 3, column: '日期', zh: expect.stringContaining('第 2 行') }],
  })
  const other = csvOf([HEAD, ['2026-01-01', '放假', '']])
  expect(await check(other)).toMatchObject({ bad: [{ zh: '2026-01-01 不在 2027 年' }] })
  expect(await bring(bytes)).toMatchObject({ status: 422 })
  expect(await year(2027)).toEqual(before)
})

test('whatever stands in a cell, it is a day that is taken or a cell that is named', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('2027-01-01', '2027-13-01', '2026-01-01', '放假', '上班', ''))
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
      const { days, bad } = readCalendarTable({ name: 'CSV', rows: [['日期', '类型'], ...rows] }, 2027)
      for (const { day } of days) expect(day).toMatch(/^2027-\d\d-\d\d$/)
      if (bad.length === 0) expect(new Set(days.map(({ day }) => day)).size).toBe(days.length)
      for (const { row, zh } of bad) {
        expect(row).toBeGreaterThanOrEqual(1)
        expect(zh).toMatch(/[\u4e00-\u9fff]/)
      }
      expect(days.length + bad.length).toBeGreaterThan(0)
    }),
  )
})
