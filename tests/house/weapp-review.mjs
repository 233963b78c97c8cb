/** `npm run review:weapp`: what WeChat's reviewers look at before a person does, on the built package. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const MAIN_KB = 1024
const PACKAGE_KB = 2048
const ALL_KB = 20 * 1024
/** Interfaces that need a line in requiredPrivateInfos. */
const PRIVATE = [
  'getLocation',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
  'getFuzzyLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
]
/** Names of XML and JSON Schema, addresses of explanations, and the base of Taro's imitation of `location`: none is ever asked. */
const NAMES = ['json-schema.org', 'reactjs.org', 'taro.com', 'www.w3.org']

/**
 * The findings as sentences; none means that the package may be sent in.
 * @param {string} folder of the built package
 * @param {readonly string[]} hosts that it may ask: the server's own
 * @returns {string[]}
 */
export function reviewWeapp(folder, hosts = []) {
  if (!existsSync(join(folder, 'app.json'))) return [`${folder} 里没有 app.json，请先 npm run build:weapp`]
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => ({ path: path.replaceAll('\\', '/'), stat: statSync(join(folder, path)) }))
    .filter(({ stat }) => stat.isFile())
    .map(({ path, stat }) => ({ path, kb: stat.size / 1024 }))
  const text = (...endings) =>
    files
      .filter(({ path }) => endings.some((ending) => path.endsWith(ending)))
      .map(({ path }) => readFileSync(join(folder, path), 'utf8'))
      .join('\n')
  const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8'))
  return [
    ...sizes(files, app),
    ...pages(files, app),
    ...privacy(text('.js'), app),
    ...strangers(text('.js', '.wxss', '.wxml'), hosts),
    ...sitemap(folder, app),
  ]
}

function sizes(files, { subPackages = [] }) {
  const roots = subPackages.map(({ root }) => `${root}/`)
  const kbOf = (wanted) => files.reduce((sum, { path, kb }) => sum + (wanted(path) ? kb : 0), 0)
  const main = kbOf((path) => !roots.some((root) => path.startsWith(root)))
  const all = kbOf(() => true)
  return [
    ...(main > MAIN_KB ? [`主包 ${Math.round(main)} KB，超过 ${MAIN_KB} KB`] : []),
    ...(all > ALL_KB ? [`整包 ${Math.round(all)} KB，超过 ${ALL_KB} KB`] : []),
    ...roots
      .map((root) => [root, kbOf((path) => path.startsWith(root))])
      .filter(([, kb]) => kb > PACKAGE_KB)
      .map(([root, kb]) => `分包 ${root} ${Math.round(kb)} KB，超过 ${PACKAGE_KB} KB`),
  ]
}

function pages(files, { pages: main, subPackages = [], tabBar }) {
  const present = new Set(files.map(({ path }) => path))
  const all = [...main, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))]
  return [
    ...all.flatMap((page) =>
      ['js', 'json', 'wxml']
        .filter((ending) => !present.has(`${page}.${ending}`))
        .map((ending) => `页面 ${page} 缺 ${ending} 文件`),
    ),
    ...((tabBar?.list.length ?? 0) > 4 ? ['底部标签多于四个'] : []),
    ...(tabBar?.list ?? [])
      .filter(({ pagePath }) => !main.includes(pagePath))
      .map(({ pagePath }) => `标签页 ${pagePath} 不在主包`),
  ]
}

function privacy(code, { requiredPrivateInfos: declared = [], permission = {}, __usePrivacyCheck__: checks }) {
  const called = PRIVATE.filter((name) => new RegExp(`\\.${name}\\(`).test(code))
  return [
    ...called
      .filter((name) => !declared.includes(name))
      .map((name) => `调用了 ${name}，没有在 requiredPrivateInfos 声明`),
    ...declared.filter((name) => !called.includes(name)).map((name) => `声明了 ${name}，代码里没有调用`),
    ...(called.includes('getLocation') && !permission['scope.userLocation']
      ? ['用了定位，没有写 permission 的用途说明']
      : []),
    ...(declared.includes('getLocation') && declared.includes('getFuzzyLocation')
      ? ['精确定位和模糊定位不能同时声明']
      : []),
    ...(checks === false ? ['关掉了隐私检查'] : []),
  ]
}

const strangers = (text, hosts) =>
  [...new Set([...text.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host))]
    .filter((host) => !NAMES.includes(host) && !hosts.includes(host))
    .map((host) => `包里出现外部地址 ${host}`)

/** Pages of one person and of staff must not be found by WeChat's search. */
function sitemap(folder, { sitemapLocation = 'sitemap.json' }) {
  const path = join(folder, sitemapLocation)
  if (!existsSync(path)) return ['缺 sitemap.json']
  const { rules = [] } = JSON.parse(readFileSync(path, 'utf8'))
  const isClosed = (page) =>
    rules.find(
      (rule) =>
        rule.page === '*' || rule.page === page || (rule.page.endsWith('*') && page.startsWith(rule.page.slice(0, -1))),
    )?.action === 'disallow'
  return ['pages/cases/mine', 'pages/people/me', 'mine/people/privacy', 'staff/home/index', 'staff/cases/list']
    .filter((page) => !isClosed(page))
    .map((page) => `sitemap.json 没有禁止收录 ${page}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const api = process.env.TARO_APP_API ?? ''
  const found = reviewWeapp('miniapp/dist/weapp', api === '' ? [] : [new URL(api).hostname])
  for (const one of found) console.log(`✗ ${one}`)
  if (found.length === 0) console.log('✓ 小程序包可以提交审核')
  process.exit(found.length === 0 ? 0 : 1)
}
