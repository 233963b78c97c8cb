import fc from 'fast-check'
import jsqr from 'jsqr'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { qrSvg } from '../../miniapp/src/ui/qr'
import { CODE_DIRECTIONS, codeAt, shiftKeyOf } from '../../shared/volunteering/codes'

async function decoded(svg: string, width: number) {
  const { data, info } = await sharp(Buffer.from(svg)).resize({ width }).ensureAlpha().raw().toBuffer({
    resolveWithObject: true,
  })
  return jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data
}

test('a decoder of other people reads from the drawing the very text of the code, at every moment and in both directions', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uuid(),
      fc.constantFrom(...CODE_DIRECTIONS),
      fc.nat(2_000_000_000),
      async (id, direction, s) => {
        const code = codeAt({ shiftKey: shiftKeyOf('a secret', id), shiftId: id, direction }, new Date(s * 1000))
        expect(await decoded(qrSvg(code.text), 400)).toBe(code.text)
      },
    ),
    { numRuns: 25 },
  )
})
