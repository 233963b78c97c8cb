import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CATEGORY_SEED } from '../../schema/seed/categories'
import { mayReport, REPORTS_A_DAY, safetyHints, suggestCategories } from '../../shared/reports/rules'

const CATEGORIES = Object.entries(CATEGORY_SEED).map(([code, { zh, words = '', isQuick = false }]) => ({
  code,
  zh,
  isQuick,
  keywords: words.split(' ').filter(Boolean),
}))
const suggested = (words: string) => suggestCategories(CATEGORIES, words).map(({ code }) => code)

test.each([
  ['楼道里着火了，在冒烟', ['119']],
  ['有人摔伤流血', ['120']],
  ['两个人打架，还有人受伤', ['120', '110']],
  ['电线掉下来了，怕触电', ['95598']],
  ['垃圾桶满了', []],
  ['', []],
])('“%s” shows whom to call first', (words, calls) => {
  expect(safetyHints(words).map(({ call }) => call)).toEqual(calls)
})

test.each([
  ['路口井盖塌了半边', 'D1'],
  ['路灯不亮，太黑了', 'D3'],
  ['店外占道经营', 'B1'],
  ['楼道堆物杂物', 'F1'],
  ['狗没有牵绳', 'F6'],
])('the class of “%s” is offered first', (words, code) => {
  expect(suggested(words)[0]).toBe(code)
})

test('without a word the county’s most used classes are offered, and always three different ones', () => {
  expect(suggestCategories(CATEGORIES, '').every(({ isQuick }) => isQuick)).toBe(true)
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (words) => {
      expect(new Set(suggested(words)).size).toBe(3)
    }),
  )
})

test('there are twelve classes at most to choose from at once, and sixty to search', () => {
  expect(CATEGORIES.filter(({ isQuick }) => isQuick).length).toBeLessThanOrEqual(12)
  expect(CATEGORIES).toHaveLength(60)
})

test('a person may report ten times a day', () => {
  expect(mayReport(REPORTS_A_DAY - 1, 'wechat')).toBeNull()
  expect(mayReport(REPORTS_A_DAY, 'wechat')).toMatchObject({ refused: 'too_many' })
})
