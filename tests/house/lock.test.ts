import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Lock = { packages: Record<string, { optionalDependencies?: Record<string, string>; version?: string }> }
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock

/** The place npm would find a package from: its own folder, then each folder above. */
function isLocked(from: string, name: string) {
  const parts = from.split('/node_modules/')
  return parts.some((_, i) => {
    const above = parts.slice(0, parts.length - i).join('/node_modules/')
    return `${above}/node_modules/${name}` in packages || `node_modules/${name}` in packages
  })
}

test('every platform’s binary that a locked package may want is locked too, or npm ci would fail elsewhere', () => {
  const gaps = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).flatMap((name) => (isLocked(from, name) ? [] : [`${from} wants ${name}`])),
  )
  expect(gaps).toEqual([])
})

test('every dependency is pinned to one version', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    string,
    Record<string, string>
  >
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
})
