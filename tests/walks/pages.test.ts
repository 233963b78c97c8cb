import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCounty } from '../cases/world'
import { openPhone, serveHouse } from '../kit/browser'
import { openBrowser } from '../kit/chromium'
import { tooSmall } from '../kit/measure'

const PAGES = [
  '/pages/home/index',
  '/pages/cases/nearby',
  '/pages/cases/public?id=OPEN',
  '/pages/cases/mine',
  '/pages/cases/progress?id=OPEN',
  '/pages/cases/progress?id=CLOSED',
  '/pages/reports/new',
  '/pages/reports/sent?id=OPEN',
  '/pages/reports/drafts',
  '/pages/notices/list',
  '/pages/people/me',
  '/pages/people/sign-in',
  '/staff/home/index',
  '/staff/cases/list',
  '/staff/cases/list?view=all',
  '/staff/cases/detail?id=OPEN',
  '/staff/cases/detail?id=CLOSED',
  '/staff/cases/move?id=OPEN&plan=reclass',
]

let browser: Awaited<ReturnType<typeof openBrowser>>
let served: Awaited<ReturnType<typeof serveHouse>>
let county: Awaited<ReturnType<typeof openCounty>>
/** Two cases of the citizen who opens the pages. */
let open = ''
let closed = ''
beforeAll(async () => {
  county = await openCounty()
  open = await county.caseAt('processing')
  closed = await county.caseAt('closed')
  served = await serveHouse(county)
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await served.close()
})

test.each(PAGES)(
  '%s opens without an error, a stranger or a sideways scroll, in both modes',
  async (path) => {
    for (const elder of [false, true]) {
      const as = path.startsWith('/staff') ? county.cast.reviewer : county.cast.lin
      const phone = await openPhone(browser, served.base, { as, elder })
      await phone.open(path.replace('OPEN', open).replace('CLOSED', closed))
      expect(phone.errors).toEqual([])
      expect(phone.strangers).toEqual([])
      expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      expect(await tooSmall(phone, elder ? 18 : 11, elder ? 59 : 39)).toEqual([])
      await phone.context.close()
    }
  },
  60_000,
)

test('a citizen page keeps the width of a phone on a wide screen', async () => {
  const phone = await openPhone(browser, served.base, { as: county.cast.reviewer, width: 1440, height: 900 })
  await phone.open('/pages/people/me')
  const box = await phone.page.locator('.screen').boundingBox()
  expect(box).toMatchObject({ x: 480, width: 480 })
  await phone.context.close()
})

test('a browser without a session is led to the accounts, chooses one, and is that person', async () => {
  const phone = await openPhone(browser, served.base)
  await phone.open('/pages/people/me')
  await phone.page.getByRole('button', { name: '去登录' }).click()
  await phone.page.getByRole('button', { name: /何敏/ }).click()
  await phone.page.getByText('审核员').first().waitFor()
  expect(phone.errors).toEqual([])
  await phone.context.close()
})
