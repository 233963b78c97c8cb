import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  digestsOf,
  judgeByDigest,
  judgePersonalCode,
  parsePersonalCode,
  personalCodeAt,
  personalKeyOf,
  personalStepAt,
} from '../../shared/volunteering/offline/personal-codes'

const secrets = fc.string({ minLength: 32, maxLength: 40 })
const moments = fc.nat(1_000_000_000).map((s) => new Date(1_700_000_000_000 + s * 1000))
const codeOf = (text: string) => parsePersonalCode(text) ?? expect.fail('not a personal code')

test('个人码 is good in its own minute and the ones beside it, for the server and for a phone with digests alike', () => {
  fc.assert(
    fc.property(secrets, fc.uuid(), moments, fc.integer({ min: -6, max: 6 }), (secret, signUpId, now, minutes) => {
      const key = personalKeyOf(secret, signUpId)
      const code = codeOf(personalCodeAt(key, signUpId, now).text)
      const firstStep = personalStepAt(now) - 10
      const digests = digestsOf(key, firstStep, firstStep + 20)
      const then = new Date(now.getTime() + minutes * 60_000)
      const expected = Math.abs(minutes) <= 1 ? null : 'expired'
      expect(judgePersonalCode([secret], code, then)).toBe(expected)
      expect(judgeByDigest({ firstStep, digests }, code, then)).toBe(expected)
    }),
  )
})

test('another person’s name, another secret or one changed letter makes a code wrong; outside the digests nothing is right', () => {
  fc.assert(
    fc.property(secrets, fc.uuid(), fc.uuid(), moments, fc.nat(19), (secret, mine, other, now, place) => {
      fc.pre(mine !== other)
      const key = personalKeyOf(secret, mine)
      const code = codeOf(personalCodeAt(key, mine, now).text)
      const step = personalStepAt(now)
      const kit = { firstStep: step, digests: digestsOf(key, step, step + 3) }
      const flipped = { ...code, mac: code.mac.replace(/./g, (c, i) => (i === place ? (c === '0' ? '1' : '0') : c)) }
      expect(judgePersonalCode([secret], { ...code, signUpId: other }, now)).toBe('wrong')
      expect(judgePersonalCode([`${secret}x`], code, now)).toBe('wrong')
      expect(judgePersonalCode([`${secret}x`, secret], code, now)).toBeNull()
      expect(judgePersonalCode([secret], flipped, now)).toBe('wrong')
      expect(judgeByDigest({ ...kit, digests: digestsOf(personalKeyOf(secret, other), step, step) }, code, now)).toBe(
        'wrong',
      )
      expect(judgeByDigest({ firstStep: step + 1, digests: kit.digests }, code, now)).toBe('wrong')
      expect(judgeByDigest({ firstStep: step, digests: '' }, code, now)).toBe('wrong')
    }),
  )
})

test('a payment code, a 签到码 or a web address is no personal code', () => {
  for (const text of ['', 'https://example.org', 'wxp://f2f0', 'WM1.s.in.1.00000000000000000000', 'WP1.a.1.xyz'])
    expect(parsePersonalCode(text)).toBeNull()
})
