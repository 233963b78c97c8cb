/// <reference path="./subset-font.d.ts" />
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { create, type Font } from 'fontkit'
import subsetFont from 'subset-font'
import type { Face } from '../../../shared/kit/paper'

/** Installed packages, cut into some hundred slices by how common a character is; every weight in each. */
const FAMILIES: Record<Face, { readonly family: string; readonly weight: number }> = {
  song: { family: 'noto-serif-sc', weight: 400 },
  title: { family: 'noto-serif-sc', weight: 700 },
  hei: { family: 'noto-sans-sc', weight: 500 },
}

/** In the place of a character that no slice has: the printers' own sign for it. */
const GETA = '〓'

const folderOf = (family: string) =>
  dirname(createRequire(import.meta.url).resolve(`@fontsource-variable/${family}/package.json`))

type Range = { readonly from: number; readonly to: number; readonly slice: string }

/** U+4e00-4e02 as numbers, with the slice that holds them. */
const rangesOf = (slice: string, listed: string): Range[] =>
  listed.split(',').map((range) => {
    const [from = 0, to = from] = range
      .slice(2)
      .split('-')
      .map((hex) => Number.parseInt(hex, 16))
    return { from, to, slice }
  })

const kept = new Map<string, unknown>()
/** Read once: what is installed does not change while the house runs. */
function once<T>(name: string, make: () => T): T {
  if (!kept.has(name)) kept.set(name, make())
  return kept.get(name) as T
}

const rangesIn = (family: string) =>
  once(`ranges ${family}`, () => {
    const path = join(folderOf(family), 'unicode.json')
    const slices = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>
    return Object.entries(slices)
      .flatMap(([name, listed]) => rangesOf(name.replace(/[[\]]/g, ''), listed))
      .sort((a, b) => a.from - b.from)
  })

function sliceOf(family: string, char: string): string | null {
  const code = char.codePointAt(0) ?? 0
  return rangesIn(family).find(({ from, to }) => code >= from && code <= to)?.slice ?? null
}

const sliceBytes = (family: string, slice: string) =>
  readFileSync(join(folderOf(family), 'files', `${family}-${slice}-wght-normal.woff2`))

const sliceFont = (family: string, slice: string) =>
  once(`font ${family} ${slice}`, () => create(sliceBytes(family, slice)) as Font)

/** The text as it can be set: what no slice has becomes 〓, what no line can show is left out. */
export function settable(text: string): string {
  const { family } = FAMILIES.song
  return [...text.normalize('NFC')]
    .map((char) => (/\p{C}/u.test(char) && char !== '\n' ? '' : char))
    .map((char) => (char === '' || char === '\n' || sliceOf(family, char) ? char : GETA))
    .join('')
}

/** Width in ems. Han and what stands among Han fill their square; of the rest the font is asked. */
export const measureOf =
  (face: Face) =>
  (char: string): number => {
    const { family } = FAMILIES[face]
    if ((char.codePointAt(0) ?? 0) >= 0x2e80) return 1
    return once(`width ${family} ${char}`, () => {
      const slice = sliceOf(family, char)
      if (slice === null) return 1
      const font = sliceFont(family, slice)
      return font.glyphForCodePoint(char.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm
    })
  }

/** What no paper uses: kerning, ligatures, upright setting, hints. */
const NEEDLESS = ['BASE', 'GPOS', 'GSUB', 'STAT', 'gasp', 'prep', 'vhea', 'vmtx', 'VORG'] as const

export type Cut = { readonly slice: string; readonly chars: string; readonly bytes: Uint8Array }

/** The characters of a face as small fonts of only these, one for each slice that is touched. */
export async function cutFonts(face: Face, text: string): Promise<Cut[]> {
  const { family, weight } = FAMILIES[face]
  const bySlice = new Map<string, string>()
  for (const char of new Set(text)) {
    const slice = sliceOf(family, char)
    if (slice !== null) bySlice.set(slice, (bySlice.get(slice) ?? '') + char)
  }
  const options = { targetFormat: 'truetype', variationAxes: { wght: weight }, dropTables: NEEDLESS } as const
  return Promise.all(
    [...bySlice].map(async ([slice, chars]) => ({
      slice,
      chars,
      bytes: await subsetFont(sliceBytes(family, slice), chars, options),
    })),
  )
}
