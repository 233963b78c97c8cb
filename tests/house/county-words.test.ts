import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { COUNTY_SEED } from '../../schema/seed/county'

const CODE = /\.(ts|tsx|mjs|cjs|js|sql|scss|html)$/
const filesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && CODE.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .filter((path) => !/\/(node_modules|dist)\/|^schema\/seed\//.test(path))

test('the name of the county is data: no code outside the seed and the tests knows it', () => {
  const name = COUNTY_SEED.county.name.replace(/县$/, '')
  const files = ['shared', 'schema', 'functions', 'miniapp'].flatMap(filesUnder)
  expect(files.length).toBeGreaterThan(20)
  expect(files.filter((path) => readFileSync(path, 'utf8').includes(name))).toEqual([])
})

test('where the county lies is data: no phone or server code holds a longitude of China to the metre', () => {
  const files = ['shared', 'functions', 'miniapp/src'].flatMap(filesUnder)
  const places = files.flatMap(
    (path) => readFileSync(path, 'utf8').match(/lng: ?(7[3-9]|[89]\d|1[0-3]\d)\.\d{3,}/g) ?? [],
  )
  expect(places).toEqual([])
})
