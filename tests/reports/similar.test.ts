import sharp from 'sharp'
import { expect, test } from 'vitest'
import { sharpPictures } from '../../functions/outside/sharp-pictures'
import { openCounty, PLACE } from '../cases/world'
import { uploadPhoto } from '../kit/photos'

const county = await openCounty({ pictures: sharpPictures })
const { ask, cast, report } = county

/** Bars of their own width: two scenes that no hash takes for one another. */
async function scene(bar: number, quality = 90) {
  const [width, height] = [360, 320]
  const grey = Uint8Array.from({ length: width * height }, (_, i) => (Math.floor((i % width) / bar) % 2 ? 220 : 30))
  return new Uint8Array(
    await sharp(grey, { raw: { width, height, channels: 1 } })
      .jpeg({ quality })
      .toBuffer(),
  )
}
const upload = async (as: typeof cast.lin, bytes: Uint8Array) => String((await uploadPhoto(county, as, bytes)).id)
const step = (metres: number) => ({ position: { lng: PLACE.lng, lat: PLACE.lat + metres / 111_195, accuracyM: 8 } })
type Card = { id: string; sameView: boolean; distanceM: number }
const similar = async (as: typeof cast.lin, more = '') => {
  const at = `lng=${PLACE.lng}&lat=${PLACE.lat}&categoryCode=D1`
  return (await ask(as, 'GET', `/api/similar-cases?${at}${more}`)).items as Card[]
}

test('of the cases near by the one that looks like the photo just taken is asked about first', async () => {
  const near = await report(cast.lin, { ...step(2), photos: [await upload(cast.lin, await scene(40))] })
  const alike = await report(cast.lin, { ...step(20), photos: [await upload(cast.lin, await scene(90))] })
  const own = await upload(cast.zhou, await scene(90, 40))
  expect((await similar(cast.zhou)).map(({ id }) => id)).toEqual([near.id, alike.id])
  expect(await similar(cast.zhou, `&photoId=${own}`)).toMatchObject([
    { id: alike.id, sameView: true },
    { id: near.id, sameView: false },
  ])
})

test("somebody else's photo is no key to what their case looks like", async () => {
  const theirs = await upload(cast.lin, await scene(90, 60))
  expect((await similar(cast.zhou, `&photoId=${theirs}`)).every(({ sameView }) => !sameView)).toBe(true)
})
