import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  added,
  answered,
  batchOf,
  type Entry,
  letGo,
  pendingOf,
  refusedOf,
} from '../../miniapp/src/features/volunteering/offline/queue'
import { UPLOAD_OUTCOMES } from '../../shared/volunteering/offline/uploads'

const entry = (nonce: string, more: Partial<Entry> = {}): Entry => ({
  ...{ personId: 'leader', shiftId: 's', nonce, signUpId: null, code: 'same', direction: 'in', method: 'leader_scan' },
  ...{ deviceAt: '2026-07-01T01:00:00.000Z', isForced: false, reason: '', name: '马＊', isTold: false, refusedZh: '' },
  ...more,
})
const filled = (count: number) =>
  Array.from({ length: count }, (_, i) => entry(`n${i}`)).reduce<readonly Entry[]>(added, [])
const result = (nonce: string, outcome: (typeof UPLOAD_OUTCOMES)[number]) => ({
  ...{ nonce, outcome, refused: null, zh: '码已过期', name: '马莉' },
})

test('two people in the queue are two, even where all about them is the same', () => {
  expect(pendingOf(added(added([], entry('a')), entry('b')), 'leader', 's')).toHaveLength(2)
})

test('nothing leaves the queue but by an answer; what the answer does not name waits as it was', () => {
  fc.assert(
    fc.property(fc.nat(12), fc.array(fc.tuple(fc.nat(14), fc.constantFrom(...UPLOAD_OUTCOMES))), (count, given) => {
      const queue = filled(count)
      const outcomes = new Map(given.map(([i, outcome]) => [`n${i}`, outcome]))
      const after = answered(
        queue,
        [...outcomes].map(([nonce, outcome]) => result(nonce, outcome)),
      )
      for (const one of queue) {
        const outcome = outcomes.get(one.nonce) ?? 'again'
        const kept = after.find(({ nonce }) => nonce === one.nonce)
        if (outcome === 'again') expect(kept).toEqual(one)
        else if (outcome === 'failed') expect(kept).toMatchObject({ refusedZh: '码已过期' })
        else expect(kept).toBeUndefined()
      }
    }),
  )
})

test('what was refused stays with its sentence until it is let go of, and is not sent again', () => {
  const after = answered([entry('a'), entry('b')], [result('a', 'failed')])
  expect(refusedOf(after, 'leader', 's')).toMatchObject([{ nonce: 'a', refusedZh: '码已过期', name: '马莉' }])
  expect(pendingOf(after, 'leader', 's')).toMatchObject([{ nonce: 'b' }])
  expect(letGo(after, 'a')).toMatchObject([{ nonce: 'b' }])
  expect(letGo(after, 'b')).toHaveLength(2)
  // Said on the spot already: the server keeps it, the screen does not repeat it.
  expect(answered([entry('a', { isTold: true })], [result('a', 'failed')])).toEqual([])
})

test('another leader on the same phone, another shift, more than 200: each keeps to its own upload', () => {
  const queue = [entry('a'), entry('b', { personId: 'other' }), entry('c', { shiftId: 't' })]
  expect(pendingOf(queue, 'leader', 's')).toMatchObject([{ nonce: 'a' }])
  expect(batchOf(filled(250))).toHaveLength(200)
  expect(batchOf(filled(250))[0]).toMatchObject({ nonce: 'n0' })
})
