import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isMessageValue,
  MESSAGE_VALUE_KINDS,
  type MessageValueKind,
  templateValue,
} from '../../shared/notices/message-values'
import { type Outcome, stepAfter } from '../../shared/notices/outbox'
import { messageData } from '../../shared/notices/templates'

/** Each kind: a text, and what the template's field then says. */
const CASES: readonly (readonly [MessageValueKind, string, string])[] = [
  ['thing', '井盖塌了半边', '井盖塌了半边'],
  ['thing', '一二三四五六七八九十一二三四五六七八九十一', '一二三四五六七八九十一二三四五六七八九…'],
  ['thing', '𠮷'.repeat(21), `${'𠮷'.repeat(19)}…`],
  ['thing', '第一行\n第二行', '第一行 第二行'],
  ['number', '共 3.5 小时', '3.5'],
  ['number', '没有数', ''],
  ['letter', 'a1b2', 'ab'],
  ['symbol', '好！？', '！？'],
  ['character_string', '编号 YC-260615-0001', 'YC-260615-0001'],
  ['character_string', 'x'.repeat(40), 'x'.repeat(32)],
  ['time', '2026年6月15日 15:01', '2026年6月15日 15:01'],
  ['time', '15:01～16:00', '15:01~16:00'],
  ['time', '明天', ''],
  ['date', '2026年6月15日', '2026年6月15日'],
  ['date', '2026-06-15', ''],
  ['amount', '奖励 ¥30.00元', '¥30.00元'],
  ['phone_number', '电话 0916-8888888', '0916-8888888'],
  ['car_number', '陕F·12345', '陕F12345'],
  ['name', '林晓岚', '林晓岚'],
  ['name', 'Lin Xiaolan', 'Lin Xiaolan'],
  ['name', '一二三四五六七八九十一二', '一二三四五六七八九十'],
  ['phrase', '已受理！', '已受理'],
  ['phrase', '需要您补充材料', '需要您补充'],
]

describe('a template field', () => {
  test.each(CASES)('%s of %j says %j', (kind, text, said) => {
    expect(templateValue(kind, text)).toBe(said)
  })

  test('every kind is tried above', () => {
    expect(new Set(CASES.map(([kind]) => kind))).toEqual(new Set(MESSAGE_VALUE_KINDS))
  })

  test('of any text is empty or what WeChat takes, and no half of a character', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MESSAGE_VALUE_KINDS), fc.string({ unit: 'binary' }), (kind, text) => {
        const said = templateValue(kind, text)
        expect(said === '' || isMessageValue(`${kind}1`, said)).toBe(true)
      }),
    )
  })

  test('with the full-width wave or a line break is not taken', () => {
    expect(isMessageValue('time1', '15:01～16:00')).toBe(false)
    expect(isMessageValue('thing1', 'a\nb')).toBe(false)
    expect(isMessageValue('unheard1', 'a')).toBe(false)
  })
})

test('a template says the facts in its own fields, and 无 where nothing fits', () => {
  const facts = { title: '井盖', state: 'OK', text: '已受理', at: '2026-06-15T02:05:00.000Z' }
  const fields = { thing1: 'title', phrase2: 'state', time3: 'at', date4: 'day' } as const
  expect(messageData({ id: 't', fields }, facts)).toEqual({
    thing1: { value: '井盖' },
    phrase2: { value: '无' },
    time3: { value: '2026年6月15日 10:05' },
    date4: { value: '2026年6月15日' },
  })
})

test('a try ends as its outcome says: only a busy WeChat is asked again, six times at most', () => {
  const ends = (['sent', 'gone', 'bad', 'unseen'] as const).map((outcome) => stepAfter(outcome, 1).state)
  expect(ends).toEqual(['sent', 'stopped', 'dead', 'dropped'])
  const waits = [1, 2, 3, 4, 5].map((tries) => stepAfter('busy', tries).afterMinutes)
  expect(waits).toEqual([1, 2, 5, 15, 60])
  expect(stepAfter('busy', 6)).toEqual({ state: 'dead', afterMinutes: null })
  for (const outcome of ['sent', 'gone', 'bad', 'unseen'] satisfies Outcome[])
    expect(stepAfter(outcome, 3).afterMinutes).toBeNull()
})
