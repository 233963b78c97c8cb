import type { ChainLink } from '../../grids/contract'
import type { Shot } from '../../kit/paper'
import { shanghai } from '../../kit/time'
import type { Colour, SupervisionEventKind, SupervisionLevel } from '../supervision'
import type { CaseEventKind } from '../transitions'

/** 案件单据. */
export const CASE_PAPERS = ['dispatch', 'closing', 'whole'] as const
export type CasePaper = (typeof CASE_PAPERS)[number]
export const SUPERVISION_PAPERS = ['supervise', 'cancel'] as const
export type SupervisionPaper = (typeof SUPERVISION_PAPERS)[number]

export const PAPER_ZH: Record<CasePaper | SupervisionPaper, string> = {
  dispatch: '交办单',
  closing: '销号单',
  whole: '案件单',
  supervise: '督办单',
  cancel: '督办销号单',
}

/** A step as a paper may tell it: who is a unit or an office; the note is there only where it is for anyone to read. */
export type Step = {
  readonly kind: CaseEventKind
  readonly zh: string
  readonly byZh: string
  readonly note: string
  readonly at: Date
}

type Photo = { readonly fileId: string; readonly at: Date }

/** All of a case that its papers tell. Who reported it and in what words is not among it. */
export type CaseFacts = {
  readonly officeZh: string
  readonly number: string
  readonly title: string
  readonly categoryZh: string
  readonly urgencyZh: string
  readonly stateZh: string
  readonly addressZh: string
  readonly gridZh: string
  readonly unitZh: string
  readonly helpersZh: readonly string[]
  readonly chain: readonly ChainLink[]
  readonly requirement: string
  readonly closingConditions: readonly string[]
  readonly submittedAt: Date
  readonly dispatchedAt: Date | null
  readonly dueAt: Date | null
  readonly handledAt: Date | null
  readonly endedAt: Date | null
  readonly isClosed: boolean
  readonly steps: readonly Step[]
  readonly before: readonly Photo[]
  readonly after: readonly Photo[]
}

export type SupervisionFacts = {
  readonly officeZh: string
  readonly number: string
  readonly colour: Colour
  readonly level: SupervisionLevel
  readonly isListed: boolean
  readonly isCancelled: boolean
  readonly unitZh: string
  readonly issuedAt: Date
  readonly dueAt: Date
  readonly caseNumber: string
  readonly caseTitle: string
  readonly addressZh: string
  readonly events: readonly {
    readonly kind: SupervisionEventKind
    readonly byZh: string
    readonly note: string
    readonly at: Date
    readonly photos: readonly string[]
  }[]
}

/** Photos in one paper; how many more there are is said. */
const PHOTOS_MAX = 12

/** 成文日期 in Arabic numerals without leading zeros. */
export function paperDay(at: Date) {
  const { year, month, date } = shanghai(at)
  return `${year}年${month}月${date}日`
}
export const paperMoment = (at: Date) => `${paperDay(at)} ${shanghai(at).clock}`

export const LABELLED = [
  { share: 1, isLabel: true },
  { share: 4, isLabel: false },
] as const

/** Label and value; what has no value has no row. */
export const factRows = (rows: readonly (readonly [label: string, value: string])[]) =>
  rows.filter(([, value]) => value !== '')

type Row = (Shot | null)[]

/** Photos one after another, two in a row. */
export function photoBlock(shots: readonly Shot[]) {
  const rows: Row[] = []
  for (let i = 0; i < Math.min(shots.length, PHOTOS_MAX); i += 2) rows.push([shots[i] ?? null, shots[i + 1] ?? null])
  return { photos: rows, left: Math.max(0, shots.length - PHOTOS_MAX) }
}

/** Before on the left, after on the right; where one side has more, the other stays empty. */
export function pairBlock({ before, after }: Pick<CaseFacts, 'before' | 'after'>) {
  const shot = (photo: Photo | undefined, zh: string): Shot | null =>
    photo ? { fileId: photo.fileId, caption: `${zh} · ${paperDay(photo.at)}` } : null
  const all = Array.from(
    { length: Math.max(before.length, after.length) },
    (_, i): Row => [shot(before[i], '整改前'), shot(after[i], '整改后')],
  )
  const shown = all.slice(0, PHOTOS_MAX / 2)
  const count = (rows: readonly Row[]) => rows.flat().filter(Boolean).length
  return { photos: shown, left: count(all) - count(shown) }
}
