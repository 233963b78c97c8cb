import * as fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readSheet } from '../../functions/files/sheets'
import { openHouse } from '../kit/house'
import { csvOf, sendFile, xlsxOf } from '../kit/tables'

const house = await openHouse()
await house.settle()
const { ask, person, key } = house
const admin = await person('高主任', [['admin']])
const KINDS = ['units', 'grids', 'duties', 'points'] as const
type Kind = (typeof KINDS)[number]

const check = (kind: Kind, bytes: Uint8Array, as = admin) => sendFile(house, as, `/api/imports/${kind}/check`, bytes)
const apply = (kind: Kind, bytes: Uint8Array, stamp: unknown, as = admin, id = key()) =>
  sendFile(house, as, `/api/imports/${kind}`, bytes, { key: id, stamp: String(stamp) })
const filled = async (kind: Kind) => {
  const { bytes } = await ask(admin, 'GET', `/api/imports/${kind}/template?filled=yes`)
  return bytes as Uint8Array
}
const rowsOf = async (kind: Kind) => (await readSheet(await filled(kind))).rows.map((row) => [...row])
const journal = async () => ((await ask(admin, 'GET', '/api/setting-changes?kind=imported')).items as object[]).length

test.each(KINDS)('all there is of %s, handed back as it was given, is the same to the last row', async (kind) => {
  const rows = await rowsOf(kind)
  expect(rows.length).toBeGreaterThan(10)
  expect(await check(kind, await filled(kind))).toMatchObject({
    status: 200,
    ...{ bad: [], fresh: 0, changed: 0, same: rows.length - 1 },
  })
  expect(await check(kind, csvOf(rows))).toMatchObject({ bad: [], fresh: 0, changed: 0, same: rows.length - 1 })
})

/** One row changed and one new, of each kind. */
const EDITS: Record<Kind, (rows: string[][]) => string[][]> = {
  units: ([head = [], first = [], ...rest]) => [
    head,
    first.with(1, '县新名称局'),
    ...rest,
    ['U900', '新来的单位', '职能部门', ''],
  ],
  grids: ([head = [], first = [], ...rest]) => [
    head,
    first.with(3, '新名社区'),
    ...rest,
    ['Z90', '新设镇', '镇', '', '', '', '', '', ''],
  ],
  duties: (rows) => {
    const lead = rows.findIndex((row) => row[1] === '牵头部门')
    const changed = (rows[lead] ?? []).with(2, 'U001').with(8, '2026-07-01')
    return [...rows.with(lead, changed), ['WG01', '包片领导', '', '新领导', '副县长', '', '', '', '2026-07-01']]
  },
  points: ([head = [], first = [], ...rest]) => [
    head,
    first.with(3, '新名点位'),
    ...rest,
    ['P900', '99', '新类别', '新点位', ...first.slice(4)],
  ],
}

test.each(KINDS)(
  'of %s a dry run changes nothing, applying gives what was shown, and a second time nothing',
  async (kind) => {
    const before = await rowsOf(kind)
    const bytes = await xlsxOf(EDITS[kind](before))
    const seen = await check(kind, bytes)
    expect(seen).toMatchObject({ status: 200, bad: [], fresh: 1, changed: 1 })
    expect(seen.shown).toHaveLength(2)
    expect(await rowsOf(kind)).toEqual(before)
    const noted = await journal()
    const id = key()
    const done = await apply(kind, bytes, seen.stamp, admin, id)
    expect(done).toMatchObject({ status: 200, kind, fresh: 1, changed: 1, same: seen.same })
    expect(await apply(kind, bytes, seen.stamp, admin, id)).toEqual(done)
    const after = await rowsOf(kind)
    expect(after).not.toEqual(before)
    const again = await check(kind, bytes)
    expect(again).toMatchObject({ bad: [], fresh: 0, changed: 0 })
    expect(await apply(kind, bytes, again.stamp)).toMatchObject({ status: 200, fresh: 0, changed: 0 })
    expect(await rowsOf(kind)).toEqual(after)
    expect(await journal()).toBe(noted + 1)
  },
)

test('an import that is planned on what has changed since, or on other bytes, writes nothing', async () => {
  const rows = await rowsOf('units')
  const [a, b] = [
    await xlsxOf([...rows, ['U901', '甲', '社区', '']]),
    await xlsxOf([...rows, ['U902', '乙', '社区', '']]),
  ]
  const [seenA, seenB] = [await check('units', a), await check('units', b)]
  expect(await apply('units', b, seenA.stamp)).toMatchObject({ status: 409 })
  const both = await Promise.all([apply('units', a, seenA.stamp), apply('units', b, seenB.stamp)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await rowsOf('units')).toHaveLength(rows.length + 1)
})

test('many who apply the same file at once make one change and one line of the journal', async () => {
  const bytes = await xlsxOf([...(await rowsOf('units')), ['U903', '丙', '社区', '']])
  const [{ stamp }, noted] = [await check('units', bytes), await journal()]
  const answers = await Promise.all(Array.from({ length: 6 }, () => apply('units', bytes, stamp)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await journal()).toBe(noted + 1)
})

/** No cell of any kind takes these. */
const NONSENSE = ['', '…'.repeat(60), '\u202eabc']
test.each(KINDS)('any bad cell of %s is named where it stands, and then nothing can be applied', async (kind) => {
  const [head = [], ...rows] = await rowsOf(kind)
  const required = { units: [0, 1, 2], grids: [0, 1, 2], duties: [0, 1, 4], points: [0, 1, 2, 3, 4, 5, 6, 7] }[kind]
  const column = fc.constantFrom(...required)
  await fc.assert(
    fc.asyncProperty(fc.nat(rows.length - 1), column, fc.constantFrom(...NONSENSE), async (at, x, text) => {
      const bytes = csvOf([head, ...rows.with(at, (rows[at] ?? []).with(x, text))])
      const { bad, stamp } = (await check(kind, bytes)) as unknown as {
        bad: { row: number; column: string; zh: string }[]
        stamp: string | null
      }
      expect(bad.some(({ row, column }) => row === at + 2 && column === (head[x] ?? '').replace('*', ''))).toBe(true)
      for (const { zh } of bad) expect(zh).toMatch(/[\u4e00-\u9fff]/)
      expect(stamp).toBeNull()
    }),
    { numRuns: 12 },
  )
})

test('grids that would no longer tile the county town are refused with the place', async () => {
  const [head = [], ...rows] = await rowsOf('grids')
  const at = rows.findIndex((row) => row[8] !== '')
  const moved = '107.3 33.2;107.45 33.2;107.45 33.3;107.3 33.3'
  const { bad } = await check('grids', csvOf([head, ...rows.with(at, (rows[at] ?? []).with(8, moved))]))
  expect(bad).toMatchObject([{ column: '边界', zh: expect.stringContaining('网格没有导入') }])
})

test('the past of the chain is not rewritten by a file', async () => {
  const bytes = csvOf([
    ['网格', '级别', '姓名', '职务', '开始日期'],
    ['WG01', '包片领导', '某人', '副县长', '2026-06-14'],
  ])
  expect((await check('duties', bytes)).bad).toMatchObject([{ row: 2, column: '开始日期' }])
})

test('a CSV is read in GBK, in UTF-8 with and without its mark, and as Excel pastes it', async () => {
  const gbk = new Uint8Array([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6]) // 编号,名称
  const rows = [['编号', '名称']]
  expect((await readSheet(gbk)).rows).toEqual(rows)
  expect((await readSheet(strToU8('编号,名称'))).rows).toEqual(rows)
  expect((await readSheet(strToU8('\ufeff编号,名称'))).rows).toEqual(rows)
  expect((await readSheet(strToU8('编号\t"名称"'))).rows).toEqual(rows)
})

test('what is no table, broken, old, huge or a bomb is refused in a sentence, never by breaking', async () => {
  const whole = await xlsxOf([['编号', '名称', '类型']])
  const parts = unzipSync(whole)
  const sheet = Object.keys(parts).find((name) => name.endsWith('sheet1.xml')) ?? ''
  const far =
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
  const files = [
    whole.slice(0, whole.length / 2),
    zipSync({ 'a.txt': strToU8('x') }),
    zipSync({ ...parts, [sheet]: strToU8('<worksheet><sheetData><row') }),
    zipSync({ ...parts, [sheet]: strToU8(far) }),
    zipSync({ ...parts, [sheet]: new Uint8Array(30 * 1024 * 1024) }),
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]),
    new Uint8Array([0x50, 0x4b, 3, 4]),
    strToU8('\0\0\0'),
    strToU8('a,'.repeat(5_000)),
  ]
  for (const bytes of files) {
    const answer = await check('units', bytes)
    expect(answer.status).toBeLessThan(500)
    expect(answer.status === 200 ? (answer.bad as object[]).length : 1).toBeGreaterThan(0)
  }
  expect(await check('units', new Uint8Array(3 * 1024 * 1024))).toMatchObject({ status: 413 })
  expect(house.logged).toEqual([])
})

test('an administrator of one grid imports nothing', async () => {
  const far = await person('网格管理员', [['admin', { gridId: 'WG01' }]])
  expect(await check('units', await filled('units'), far)).toMatchObject({ status: 403 })
  expect(await ask(far, 'GET', '/api/imports/units/template')).toMatchObject({ status: 403 })
})

test('any text whatever as CSV is read or refused, never a failure', async () => {
  expect(await check('units', strToU8('编号,名称\n"没有关上的引号,1\n'))).toMatchObject({ status: 422 })
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom('"', ',', '\n', '\t', ';', '甲', ' '), maxLength: 60 }),
      async (text) => {
        const { status } = await check('units', strToU8(`编号,名称\n${text}`))
        expect([200, 422]).toContain(status)
      },
    ),
    { numRuns: 60 },
  )
})
