import { expect, test } from 'vitest'
import { Offline, Refused } from '../../miniapp/src/api/refused'
import { sendDirect, type Ways } from '../../miniapp/src/features/files/direct'
import { refuse } from '../../shared/kit/refusal'
import { aPhoto } from '../kit/photos'

const KEY = '3f0b0a52-7a55-4a8f-8a11-000000000001'
const bytes = new Uint8Array(await aPhoto())
const place = { id: 'place', put: { url: 'there', headers: {} } }
const refused = (code: Parameters<typeof refuse>[0]) => () => Promise.reject(new Refused(refuse(code, '不行')))

/** What is asked of the server and the bucket on the way, in order. */
function ways(more: Partial<Ways> = {}) {
  const said: unknown[] = []
  const all: Ways = { ask: async () => place, put: async () => true, claim: async () => 'photo', ...more }
  const noting: Ways = {
    ask: (asked) => {
      said.push(asked)
      return all.ask(asked)
    },
    put: (to, sent) => {
      said.push('put')
      return all.put(to, sent)
    },
    claim: (id, key) => {
      said.push([id, key])
      return all.claim(id, key)
    },
  }
  return { said, ways: noting }
}
const send = (more?: Partial<Ways>) => sendDirect(ways(more).ways, bytes, KEY)

test('a photo goes to its place and is claimed under its own key; the place is asked for by a key of its own, always the same', async () => {
  const [first, second] = [ways(), ways()]
  expect(await sendDirect(first.ways, bytes, KEY)).toEqual({ id: 'photo' })
  await sendDirect(second.ways, bytes, KEY)
  expect(first.said).toEqual([
    { key: expect.stringMatching(/^[\da-f-]{36}$/), mime: 'image/jpeg', sizeBytes: bytes.length },
    'put',
    ['place', KEY],
  ])
  expect(first.said[0]).not.toMatchObject({ key: KEY })
  expect(second.said).toEqual(first.said)
})

test('what arrived before is not put again, only claimed again', async () => {
  const { said, ways: all } = ways({ ask: async () => ({ ...place, put: null }) })
  expect(await sendDirect(all, bytes, KEY)).toEqual({ id: 'photo' })
  expect(said).not.toContain('put')
})

test('a server that takes photos itself is believed; a bucket that does not take one sends it through the server', async () => {
  expect(await send({ ask: async () => null })).toBe('never')
  expect(await send({ put: async () => false })).toBe('through')
})

test('a place that is over, and a photo that went the other way before, go through the server', async () => {
  for (const code of ['not_found', 'wrong_state', 'conflict', 'key_reused'] as const)
    expect(await send({ claim: refused(code) })).toBe('through')
  expect(await send({ ask: refused('not_found') })).toBe('through')
})

test('what is wrong with the photo is said; without a network it waits', async () => {
  await expect(send({ claim: refused('unsupported') })).rejects.toThrow('不行')
  await expect(send({ ask: () => Promise.reject(new Offline()) })).rejects.toThrow(Offline)
  await expect(send({ claim: () => Promise.reject(new Offline()) })).rejects.toThrow(Offline)
})

test('what is no photo by its bytes is left to the server to refuse', async () => {
  const { said, ways: all } = ways()
  expect(await sendDirect(all, new Uint8Array([1, 2, 3]), KEY)).toBe('through')
  expect(said).toEqual([])
})
