import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { built } from '../../functions/outside/built'

/** What WeChat looks at before a person does: sizes, hosts, interfaces, pages. */
let folder = ''
beforeAll(async () => {
  folder = await built('weapp')
}, 300_000)

const files = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => ({ path, bytes: statSync(join(folder, path)) }))
    .filter(({ bytes }) => bytes.isFile())
    .map(({ path, bytes }) => ({ path, kb: bytes.size / 1024 }))
const app = () =>
  JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as {
    pages: string[]
    subPackages: { root: string; pages: string[] }[]
    requiredPrivateInfos: string[]
    tabBar: { list: unknown[] }
  }
const text = (ending: string) =>
  files()
    .filter(({ path }) => path.endsWith(ending))
    .map(({ path }) => readFileSync(join(folder, path), 'utf8'))
    .join('\n')

test('the main package is under 1 MB and every subpackage under 2 MB', () => {
  const roots = app().subPackages.map(({ root }) => `${root}/`)
  const sizeOf = (wanted: (path: string) => boolean) =>
    files().reduce((sum, { path, kb }) => sum + (wanted(path) ? kb : 0), 0)
  expect(sizeOf((path) => !roots.some((root) => path.startsWith(root)))).toBeLessThan(1024)
  for (const root of roots)
    expect(
      sizeOf((path) => path.startsWith(root)),
      root,
    ).toBeLessThan(2048)
})

test('every page of app.json has its files, and there are four tabs at most', () => {
  const { pages, subPackages, tabBar } = app()
  const all = [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))]
  const present = new Set(files().map(({ path }) => path.replaceAll('\\', '/')))
  for (const page of all)
    for (const ending of ['js', 'json', 'wxml']) expect(present, page).toContain(`${page}.${ending}`)
  expect(tabBar.list.length).toBeLessThanOrEqual(4)
})

test('private interfaces that the code calls are declared, and no others', () => {
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
  const code = text('.js')
  const called = PRIVATE.filter((name) => new RegExp(`\\.${name}\\(`).test(code))
  expect([...app().requiredPrivateInfos].sort()).toEqual(called.sort())
})

test('the package names no host that it could ask', () => {
  const hosts = new Set(
    [...`${text('.js')}\n${text('.wxss')}\n${text('.wxml')}`.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host),
  )
  // Names of XML and JSON Schema, addresses of explanations, and the base of Taro's imitation of `location`: none is ever asked.
  const NAMES = ['json-schema.org', 'reactjs.org', 'taro.com', 'www.w3.org']
  expect([...hosts].filter((host) => !NAMES.includes(host ?? ''))).toEqual([])
})
