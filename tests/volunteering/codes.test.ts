import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeAt, readCode, readCodeByAny, shiftKeyOf } from '../../shared/volunteering/codes'
import { isVolunteerNumber, volunteerNumber } from '../../shared/volunteering/numbers'
import { placeOf } from '../../shared/volunteering/place'

const secrets = fc.string({ minLength: 32, maxLength: 40 })
const moments = fc.nat(1_000_000_000).map((s) => new Date(1_700_000_000_000 + s * 1000))
const directions = fc.constantFrom('in' as const, 'out' as const)

test('a code is good in its own step and the next, and in no other', () => {
  fc.assert(
    fc.property(
      secrets,
      fc.uuid(),
      directions,
      moments,
      fc.integer({ min: -10, max: 10 }),
      (secret, shiftId, direction, now, steps) => {
        const code = { shiftKey: shiftKeyOf(secret, shiftId), shiftId, direction }
        const { text, digits, step } = codeAt(code, now)
        const then = new Date(now.getTime() + steps * 30_000)
        const isGood = steps === 0 || steps === 1
        expect(readCode(code, text, then)).toEqual(isGood ? { step, method: 'qr' } : { bad: 'expired' })
        if (isGood) expect(readCode(code, digits, then)).toEqual({ step, method: 'digits' })
        else expect(readCode(code, digits, then)).toMatchObject({ bad: expect.any(String) })
      },
    ),
  )
})

test('a code of another shift, another direction, another secret or with one sign changed opens nothing', () => {
  fc.assert(
    fc.property(secrets, fc.uuid(), directions, moments, fc.nat(200), (secret, shiftId, direction, now, place) => {
      const shiftKey = shiftKeyOf(secret, shiftId)
      const code = { shiftKey, shiftId, direction }
      const { text, digits } = codeAt(code, now)
      const turned = { ...code, direction: direction === 'in' ? ('out' as const) : ('in' as const) }
      expect(readCode(turned, text, now)).toEqual({ bad: 'other_direction' })
      expect(readCode(turned, digits, now)).toEqual({ bad: 'other_direction' })
      expect(readCode({ ...code, shiftId: `${shiftId}x` }, text, now)).toEqual({ bad: 'other_shift' })
      const other = shiftKeyOf(`${secret}x`, shiftId)
      expect(readCode({ ...code, shiftKey: other }, text, now)).toEqual({ bad: 'wrong' })
      for (const keys of [
        [other, shiftKey],
        [shiftKey, other],
      ]) {
        expect(readCodeByAny(keys, code, text, now)).toMatchObject({ method: 'qr' })
        const later = new Date(now.getTime() + 120_000)
        expect(readCodeByAny(keys, code, text, later)).toEqual({ bad: 'expired' })
      }
      const at = place % text.length
      const flipped = `${text.slice(0, at)}${text[at] === '0' ? '1' : '0'}${text.slice(at + 1)}`
      expect(readCode(code, flipped, now)).toMatchObject({ bad: expect.any(String) })
      const i = place % 8
      const wrong = `${digits.slice(0, i)}${(Number(digits[i]) + 1) % 10}${digits.slice(i + 1)}`
      expect(readCode(code, wrong, now)).toMatchObject({ bad: expect.any(String) })
    }),
  )
})

test('a place is inside if it could be, outside only if it must be, and unknown where the phone does not know', () => {
  const spot = { lng: 107.766, lat: 32.983 }
  expect(placeOf(null, spot, 300)).toEqual({ verdict: 'unknown', bucket: null, accuracyM: null })
  expect(placeOf({ ...spot, accuracyM: null }, spot, 300)).toMatchObject({ verdict: 'unknown' })
  expect(placeOf({ ...spot, accuracyM: 201 }, spot, 300)).toMatchObject({ verdict: 'unknown', bucket: null })
  fc.assert(
    fc.property(fc.double({ min: -0.02, max: 0.02, noNaN: true }), fc.nat(200), (east, accuracyM) => {
      const { verdict, bucket } = placeOf({ lng: spot.lng + east, lat: spot.lat, accuracyM }, spot, 300)
      const metres = Math.abs(east) * Math.cos((spot.lat * Math.PI) / 180) * 111_195
      if (metres - accuracyM < 299) expect(verdict).toBe('inside')
      if (metres - accuracyM > 301) expect(verdict).toBe('outside')
      if (metres < 99) expect(bucket).toBe('to_100m')
    }),
  )
})

test('a volunteer number is ten digits, and one wrong digit shows', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(9), fc.integer({ min: 1, max: 9 }), (seed, place, by) => {
      const number = volunteerNumber(seed)
      expect(isVolunteerNumber(number)).toBe(true)
      const wrong = `${number.slice(0, place)}${(Number(number[place]) + by) % 10}${number.slice(place + 1)}`
      expect(isVolunteerNumber(wrong)).toBe(false)
    }),
  )
})
