import { expect, test } from 'vitest'
import { press } from '../../functions/outside/press/press'
import { PAGE } from '../../shared/kit/paper'
import { readPdf } from '../kit/pdf-text'
import { IDS, openCertificates } from '../volunteering/certificates-world'

const RECORDS = 320
const HEAD = ['日期', '起止', '活动、地点和内容', '分钟', '类别'].join('')
const dayAt = (i: number) => new Date(Date.UTC(2025, 6, 1 + i)).toISOString().slice(0, 10)

const world = await openCertificates({ press })
const { chen, serve, named, request, move, author } = world
await named(chen, '陈小丽', IDS.chen)
const served: string[] = []
for (let i = 0; i < RECORDS; i++) {
  const [minutes, isLate] = [30 + (i % 120), i % 7 === 0]
  await serve(chen, { day: dayAt(i), minutes, evidence: isLate ? 'supplemented' : 'strong' })
  served.push(`${dayAt(i)} ${minutes} ${isLate ? '补录' : '实测'}`)
}
const { id } = await request(chen, { fromDay: dayAt(0), toDay: dayAt(RECORDS - 1) })
const issued = await move(author, id, 'issue')
const answer = await world.ask(chen, 'GET', `/api/my-certificates/${id}/paper`)
const { pages, text, fonts } = await readPdf(answer.bytes as Uint8Array)

/** The rows of the table as they stand on the pages: day, minutes and class on one height. */
const printed = pages.flatMap(({ lines }) =>
  [...lines]
    .sort((a, b) => b.y - a.y)
    .flatMap(({ text }) => {
      const [, day, rest = ''] = /^(\d{4}-\d\d-\d\d)\d\d:\d\d–\d\d:\d\d(.+)$/.exec(text.replaceAll(' ', '')) ?? []
      const [, minutes, kind] = /(\d+)(实测|补录)$/.exec(rest) ?? []
      return day ? [`${day} ${minutes} ${kind}`] : []
    }),
)

test('a certificate of hundreds of services prints every one once, in order, and nothing it does not state', () => {
  expect(issued).toMatchObject({ status: 200, records: RECORDS })
  expect(printed).toEqual(served)
  const sum = served.reduce((all, row) => all + Number(row.split(' ')[1]), 0)
  expect(text).toContain(`小时（${sum}分钟），${RECORDS}次`)
})

test('each page is A4, has its number, the head over its rows, and all it says within the type area', () => {
  expect(pages.length).toBeGreaterThan(10)
  const mm = 595.28 / PAGE.widthMm
  for (const [i, { width, height, lines }] of pages.entries()) {
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
    const texts = lines.map(({ text }) => text.replaceAll(' ', ''))
    expect(texts.filter((text) => /^—\d+—$/.test(text))).toEqual([`—${i + 1}—`])
    const first = texts.find((text) => /^\d{4}-\d\d-\d\d\d\d:/.test(text))
    if (first && i > 0) expect(texts.indexOf(HEAD)).toBe(0)
    for (const { x, y } of lines) {
      expect(x).toBeGreaterThanOrEqual(PAGE.leftMm * mm - 0.1)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(height - PAGE.topMm * mm + 1)
    }
  }
})

test('every font on every page lies in the file, cut to what is set, and the text can be taken out', () => {
  expect(fonts.size).toBeGreaterThan(0)
  for (const [name, isEmbedded] of fonts) expect([name, isEmbedded]).toEqual([name, true])
  for (const said of ['陈小丽', IDS.chen, '清洁滨江步道', 'SHA-256', '志愿服务记录证明']) expect(text).toContain(said)
  expect(text).not.toContain('�')
})
