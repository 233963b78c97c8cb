import fc from 'fast-check'
import { expect, test } from 'vitest'
import { icsOf } from '../../shared/kit/ics'

const STAMP = new Date('2026-06-20T00:00:00Z')
const event = (words: string) => ({
  uid: 'shift-1@wenming',
  title: '清洁滨江步道 · 周末护河',
  startsAt: new Date('2026-06-27T08:30:00+08:00'),
  endsAt: new Date('2026-06-27T11:30:00+08:00'),
  place: '滨江步道东段, 亲水平台',
  words,
})

/** RFC 5545 read backwards: unfold, split, unescape. */
const read = (ics: string) =>
  new Map(
    ics
      .replace(/\r\n /g, '')
      .split('\r\n')
      .filter((line) => line.includes(':'))
      .map((line) => {
        const at = line.indexOf(':')
        const value = line.slice(at + 1).replace(/\\(.)/g, (_, c: string) => (c === 'n' ? '\n' : c))
        return [line.slice(0, at), value] as const
      }),
  )

test('an event says its moments in UTC and keeps every word', () => {
  const ics = icsOf(event('请提前 15 分钟; 带帽子\n领队 0916'), STAMP)
  const fields = read(ics.replace(/BEGIN:VALARM[\s\S]*END:VALARM\r\n/, ''))
  expect(fields.get('DTSTART')).toBe('20260627T003000Z')
  expect(fields.get('DTEND')).toBe('20260627T033000Z')
  expect(fields.get('LOCATION')).toBe('滨江步道东段, 亲水平台')
  expect(fields.get('DESCRIPTION')).toBe('请提前 15 分钟; 带帽子\n领队 0916')
})

test('no line is longer than 75 bytes, and none is cut through a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (words) => {
      const clean = words.replace(/[\r\n]/g, '')
      const lines = icsOf(event(clean), STAMP).split('\r\n')
      for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      const whole = read(icsOf(event(clean), STAMP).replace(/BEGIN:VALARM[\s\S]*END:VALARM\r\n/, ''))
      expect(whole.get('DESCRIPTION')).toBe(clean)
    }),
  )
})
