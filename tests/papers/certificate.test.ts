import { sql } from 'drizzle-orm'
import jsqr from 'jsqr'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { codeOf, runsOf, sideOf } from '../../functions/outside/press/code'
import { press } from '../../functions/outside/press/press'
import { QR_QUIET } from '../../shared/kit/qr-path'
import { readPdf } from '../kit/pdf-text'
import { IDS, openCertificates } from '../volunteering/certificates-world'

const world = await openCertificates({ press })
const { id, number, linkKey } = await world.issued()
const take = (as: Parameters<typeof world.ask>[0], what: string) =>
  world.ask(as, 'GET', `http://wenming.test/api/my-certificates/${id}/${what}`)
const link = `http://wenming.test/mine/volunteering/certificate?k=${linkKey}`

test('the paper has all that the rules ask for, with fonts of its own, and the owner’s full name and number', async () => {
  const answer = await take(world.chen, 'paper')
  expect(answer).toMatchObject({ status: 200, type: 'application/pdf' })
  const { text, fonts, pages } = await readPdf(answer.bytes as Uint8Array)
  for (const said of [
    ...['志愿服务记录证明', number, '陈小丽', IDS.chen, world.chen.number, '居民身份证', '韩立', '0916-6212345'],
    ...['2026年1月1日至2026年6月27日', '3.1小时（189分钟）', '2.0小时（125分钟）', '1.0小时（64分钟）'],
    ...[
      '滨江社区新时代文明实践站',
      '清洁滨江步道',
      '护河护绿',
      '09:00–11:05',
      '实测',
      '补录',
      '2026年6月27日',
      'SHA-256',
    ],
  ])
    expect(text, said).toContain(said)
  expect(text).not.toMatch(/荣誉|证书|表彰/)
  expect([...fonts.values()].every(Boolean) && fonts.size > 0).toBe(true)
  for (const { width, height } of pages) expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
})

test('each paper opens the sealed name once more, on record; after a deletion it prints the mask', async () => {
  const reads = async () => (await world.rows(sql`select 1 from real_name_reads where purpose = 'paper'`)).length
  const before = await reads()
  await take(world.chen, 'paper')
  expect(await reads()).toBe(before + 1)
  await world.ask(world.chen, 'POST', '/api/my-real-name/deletion', { key: world.key() })
  const { text } = await readPdf((await take(world.chen, 'paper')).bytes as Uint8Array)
  expect(text).toContain('陈＊丽')
  expect(text).not.toContain(IDS.chen)
})

test('nobody else, not even the office, has the paper or the picture', async () => {
  for (const as of [world.author, world.head])
    for (const what of ['paper', 'poster']) expect(await take(as, what)).toMatchObject({ status: 404 })
})

test('a decoder of other people reads the way to the public page from the picture for the phone', async () => {
  const answer = await take(world.chen, 'poster')
  expect(answer).toMatchObject({ status: 200, type: 'image/png' })
  const { data, info } = await sharp(answer.bytes as Uint8Array)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([900, 1350])
  expect(jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(link)
})

test('the lines a paper draws are a code that a decoder reads', () => {
  const code = codeOf(link)
  const [scale, side] = [4, sideOf(code)]
  const pixels = new Uint8ClampedArray(side * side * scale * scale * 4).fill(255)
  for (let row = 0; row < code.moduleCount; row++)
    for (const { from, length } of runsOf(code, row))
      for (let y = 0; y < scale; y++)
        for (let x = 0; x < length * scale; x++) {
          const at = ((row + QR_QUIET) * scale + y) * side * scale + (from + QR_QUIET) * scale + x
          pixels.fill(0, at * 4, at * 4 + 3)
        }
  expect(jsqr(pixels, side * scale, side * scale)?.data).toBe(link)
})
