import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ICON_NAMES } from '../../miniapp/src/ui/icons'

const SRC = 'miniapp/src'
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })

test('every icon a page may name is drawn, and none is drawn for nothing', () => {
  const drawn = [...readFileSync(join(SRC, 'ui/icons.scss'), 'utf8').matchAll(/^ {2}'([\w-]+)': '/gm)].map(
    ([, name]) => name,
  )
  expect(drawn.sort()).toEqual([...ICON_NAMES].sort())
})

test('what has one body for WeChat and one for browsers is held to one face', () => {
  const listed = readFileSync(join(SRC, 'parity.ts'), 'utf8')
  const twins = files.filter((path) => /\.h5\.tsx?$/.test(path) && existsSync(join(SRC, path.replace('.h5', ''))))
  expect(twins.length).toBeGreaterThan(10)
  for (const twin of twins) expect(listed).toContain(`'./${twin.replace(/\.tsx?$/, '')}'`)
})

test('every page of the app is declared, and every declared page is there', () => {
  const config = readFileSync(join(SRC, 'app.config.ts'), 'utf8')
  const pages = files
    .filter((path) => /^(pages|mine|staff)\/.+\.config\.ts$/.test(path))
    .map((path) => path.replace('.config.ts', ''))
  for (const page of pages) {
    expect(config).toContain(`'${page.replace(/^(mine|staff)\//, '')}'`)
    expect(existsSync(join(SRC, `${page}.tsx`))).toBe(true)
  }
})

test('no picture language and no address of a stranger is in the phone', () => {
  for (const path of files.filter((path) => /\.(tsx?|scss|html)$/.test(path))) {
    const text = readFileSync(join(SRC, path), 'utf8')
    expect.soft(text, path).not.toMatch(/\p{Extended_Pictographic}/u)
    expect.soft(text.replaceAll('http://www.w3.org/2000/svg', ''), path).not.toMatch(/https?:\/\//)
  }
})

test('a class is laid out by one stylesheet: two rooms never style each other', () => {
  const homes = new Map<string, Set<string>>()
  for (const path of readdirSync('miniapp/src', { recursive: true, encoding: 'utf8' }).filter((one) =>
    one.endsWith('.scss'),
  ))
    for (const [, name] of readFileSync(`miniapp/src/${path}`, 'utf8').matchAll(/^\.([a-z][\w-]*)\s*[,{]/gm))
      homes.set(name ?? '', (homes.get(name ?? '') ?? new Set()).add(path))
  expect([...homes].filter(([, places]) => places.size > 1).map(([name, places]) => [name, ...places])).toEqual([])
})
