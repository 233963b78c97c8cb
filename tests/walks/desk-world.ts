import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openCounty } from '../cases/world'
import { openPhone, type PhoneGiven, serveHouse } from '../kit/browser'
import { openBrowser } from '../kit/chromium'
import type { Person } from '../kit/house'
import { aPhoto } from '../kit/photos'

export const DESK = { width: 1440, height: 900 }

/** A decision waits eight seconds before it leaves. */
export const HELD = { timeout: 15_000, interval: 200 }

type SeenCase = {
  readonly title: string
  readonly number: string
  readonly state: string
  readonly unitZh: string
  readonly isPublic: boolean
  readonly followers: number
  readonly after: readonly unknown[]
  readonly events: readonly { readonly kind: string; readonly note: string }[]
}

/** A county behind the built pages, and the hands of the people who work in it. */
export async function openDesk() {
  const county = await openCounty()
  const served = await serveHouse(county)
  const browser = await openBrowser()
  const photo = join(tmpdir(), `desk-${crypto.randomUUID()}.jpg`)
  writeFileSync(photo, await aPhoto())
  return {
    county,
    base: served.base,
    sit: async (as: Person, path: string, given: PhoneGiven = {}) => {
      const phone = await openPhone(browser, served.base, { as, ...given })
      await phone.open(path)
      return phone
    },
    /** The case as the whole county's admin sees it. */
    seen: async (id: unknown) =>
      (await county.ask(county.cast.admin, 'GET', `/api/cases/${id}`)) as unknown as SeenCase,
    takePhoto: async (page: Page) => {
      const chooser = page.waitForEvent('filechooser')
      await button(page, /^(拍照|再拍一张)$/).click()
      await (await chooser).setFiles(photo)
      await page.getByAltText('第 1 张照片').locator('visible=true').waitFor()
    },
    close: async () => {
      await browser.close()
      await served.close()
    },
  }
}

/** Pages that were left stay in the document, hidden. */
export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).locator('visible=true').last()
export const sees = (page: Page, words: string | RegExp) =>
  page.getByText(words).locator('visible=true').first().waitFor()
export const tick = (page: Page, name: string) => page.getByRole('checkbox', { name }).locator('visible=true').click()
