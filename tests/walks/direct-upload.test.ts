import { afterAll, beforeAll, expect, test } from 'vitest'
import { s3Direct, s3Files } from '../../functions/outside/s3-files'
import { openCounty, PLACE } from '../cases/world'
import { openPhone, serveHouse } from '../kit/browser'
import { openBucket } from '../kit/bucket'
import { openBrowser } from '../kit/chromium'
import { aPhoto } from '../kit/photos'

let bucket: Awaited<ReturnType<typeof openBucket>>
let county: Awaited<ReturnType<typeof openCounty>>
let served: Awaited<ReturnType<typeof serveHouse>>
let browser: Awaited<ReturnType<typeof openBrowser>>
beforeAll(async () => {
  bucket = await openBucket()
  county = await openCounty({ files: s3Files(bucket.settings), direct: s3Direct(bucket.settings) })
  served = await serveHouse(county)
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await served.close()
  bucket.close()
})

/** A report with one photo, sent from the page; where its bytes went, and where its picture came from. */
async function report(friend: string) {
  const at = { longitude: PLACE.lng, latitude: PLACE.lat }
  const { page, context, open, errors } = await openPhone(browser, served.base, { as: county.cast.lin, at, friend })
  const sent: string[] = []
  const shown: string[] = []
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url())
    if (request.method() === 'PUT' || pathname === '/api/files') sent.push(origin)
  })
  page.on('response', (response) => {
    if (response.request().resourceType() === 'image' && response.status() === 200)
      shown.push(new URL(response.url()).origin)
  })
  await open('/pages/home/index')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /^随手拍，/ }).click(),
  ])
  await chooser.setFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await aPhoto()) })
  await page.getByText('已推荐，可改 · 更多').last().waitFor()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText('已收到，谢谢您').last().waitFor()
  const id = new URL(page.url()).searchParams.get('id')
  const seen = JSON.stringify(await county.ask(county.cast.reviewer, 'GET', `/api/cases/${id}`))
  const width = await page.evaluate(
    async (src) => {
      const picture = Object.assign(new Image(), { src })
      await picture.decode().catch(() => {})
      return picture.naturalWidth
    },
    /"url":"([^"]+)"/.exec(seen)?.[1] ?? '',
  )
  await context.close()
  expect(errors).toEqual([])
  return { sent, shown, width }
}

test('the photo goes from the page to the bucket and is read from there, past the server', async () => {
  const { origin } = new URL(bucket.settings.endpoint)
  const { sent, shown, width } = await report(origin)
  expect(sent).toEqual([origin])
  expect(shown).toContain(origin)
  expect(width).toBeGreaterThan(0)
}, 60_000)

test('where the page cannot reach the bucket the photo goes through the server, and nobody has to do anything', async () => {
  const { sent } = await report(served.base)
  expect(sent.at(-1)).toBe(served.base)
}, 60_000)
