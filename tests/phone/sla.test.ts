import { expect, test } from 'vitest'
import { slaOf } from '../../miniapp/src/ui/sla'

const HOUR = 3_600_000
const due = new Date('2026-06-15T10:00:00Z')
const limitMs = 8 * HOUR
const at = (hoursBefore: number) => slaOf({ dueAt: due, limitMs }, new Date(due.getTime() - hoursBefore * HOUR))

test.each([
  [7, 'calm', '余 7 小时'],
  [4, 'notice', '余 4 小时'],
  [2, 'soon', '余 2 小时'],
  [17 / 60, 'soon', '余 17 分'],
  [-41 / 60, 'overdue', '逾期 41 分'],
  [-15, 'overdue', '逾期 15 小时'],
  [-16, 'overdue3', '逾期 16 小时'],
  [-72, 'overdue3', '逾期 3 天'],
] as const)('%d hours before the deadline it is %s and says %s', (hours, level, zh) => {
  expect(at(hours)).toEqual({ level, zh })
})

test('a day or more ahead it says the day and not the hours', () => {
  const far = slaOf({ dueAt: due, limitMs: 100 * HOUR }, new Date('2026-06-13T01:00:00Z'))
  expect(far).toEqual({ level: 'calm', zh: '6月15日 18:00 前' })
})

test('a paused clock and a finished case do not run on', () => {
  const later = new Date('2026-06-20T00:00:00Z')
  expect(slaOf({ dueAt: due, limitMs, paused: true }, later).level).toBe('paused')
  const doneAt = new Date(due.getTime() - 48 * 60_000)
  expect(slaOf({ dueAt: due, limitMs, doneAt }, later)).toEqual({ level: 'met', zh: '提前 48 分' })
})
