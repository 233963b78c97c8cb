import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakLines } from '../../shared/kit/line-break'

const measure = (char: string) => ((char.codePointAt(0) ?? 0) < 0x2e80 ? 0.5 : 1)
const widthOf = (line: string) => [...line].reduce((sum, char) => sum + measure(char), 0)

const someText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...'井盖破损整改交办') },
      fc.constantFrom('，', '。', '（', '）', '《', '》', '、', 'YC-0615-0001', '12:30', ' ', '“', '”'),
    ),
    {
      maxLength: 120,
    },
  )
  .map((parts) => parts.join(''))

test('lines hold all of the text in its order and none is wider than the page', () => {
  fc.assert(
    fc.property(someText, fc.integer({ min: 8, max: 30 }), (text, max) => {
      const lines = breakLines(text, measure, max, 2)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      lines.forEach((line, i) => {
        expect(widthOf(line)).toBeLessThanOrEqual(i === 0 ? max - 2 : max)
      })
    }),
  )
})

test('no line begins with a stop or ends with an opening bracket, as long as what belongs together fits', () => {
  const sane = fc.array(fc.constantFrom('井盖', '整改，', '（已办）', '《规范》。', '“好”、', '2026年', '12:30前'), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(sane, fc.integer({ min: 8, max: 30 }), (parts, max) => {
      for (const line of breakLines(parts.join(''), measure, max, 2)) {
        expect(line).not.toMatch(/^[，。、；：？！）》”]/)
        expect(line).not.toMatch(/[（《“]$/)
      }
    }),
  )
})

test('a number or a name of letters stays in one line', () => {
  const lines = breakLines('案件编号为YC-0615-0001请办理', measure, 10)
  expect(lines.some((line) => line.includes('YC-0615-0001'))).toBe(true)
})
