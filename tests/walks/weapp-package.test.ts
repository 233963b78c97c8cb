import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { built } from '../../functions/outside/built'
import { reviewWeapp } from '../house/weapp-review.mjs'

/** What WeChat looks at before a person does: sizes, hosts, interfaces, pages, what may be found by its search. */
const copy = mkdtempSync(join(tmpdir(), 'weapp-'))
let folder = ''
beforeAll(async () => {
  folder = await built('weapp')
}, 300_000)
afterAll(() => rmSync(copy, { recursive: true }))

test('the built package has nothing that a reviewer would send back', () => {
  expect(reviewWeapp(folder)).toEqual([])
})

/** A copy of the package with one thing wrong. */
function spoiled(path: string, change: (text: string) => string) {
  const wrong = join(copy, crypto.randomUUID())
  cpSync(folder, wrong, { recursive: true })
  writeFileSync(join(wrong, path), change(readFileSync(join(wrong, path), 'utf8')))
  return reviewWeapp(wrong)
}
const changed = (change: (app: Record<string, unknown>) => object) => (text: string) =>
  JSON.stringify({ ...JSON.parse(text), ...change(JSON.parse(text)) })

test.each([
  [
    'an interface that is not declared',
    'common.js',
    (text: string) => `${text};wx.chooseAddress()`,
    '调用了 chooseAddress，没有在 requiredPrivateInfos 声明',
  ],
  [
    'a declared one that nothing calls',
    'app.json',
    changed(() => ({ requiredPrivateInfos: ['getLocation', 'chooseLocation', 'choosePoi'] })),
    '声明了 choosePoi，代码里没有调用',
  ],
  ['a stranger', 'common.js', (text: string) => `${text};"https://example.com/a"`, '包里出现外部地址 example.com'],
  [
    'a page without files',
    'app.json',
    changed((app) => ({ pages: [...(app.pages as string[]), 'pages/none'] })),
    '页面 pages/none 缺 js 文件',
  ],
  [
    'a main package that is too large',
    'common.js',
    (text: string) => text + ' '.repeat(2 ** 20),
    expect.stringMatching(/^主包 \d+ KB，超过 1024 KB$/),
  ],
  [
    'staff pages that search would find',
    'sitemap.json',
    () => '{"rules":[{"action":"allow","page":"*"}]}',
    'sitemap.json 没有禁止收录 staff/home/index',
  ],
  [
    'a location without its purpose',
    'app.json',
    changed(() => ({ permission: {} })),
    '用了定位，没有写 permission 的用途说明',
  ],
])('%s is found', (_, path, change, finding) => {
  expect(spoiled(path, change)).toContainEqual(finding)
})

test("a package without a sitemap is found, and the server of one's own is no stranger", () => {
  const wrong = join(copy, 'no-map')
  cpSync(folder, wrong, { recursive: true })
  rmSync(join(wrong, 'sitemap.json'))
  writeFileSync(
    join(wrong, 'common.js'),
    `${readFileSync(join(wrong, 'common.js'), 'utf8')};"https://wm.yunchuan.gov.cn"`,
  )
  expect(reviewWeapp(wrong, ['wm.yunchuan.gov.cn'])).toEqual(['缺 sitemap.json'])
})
