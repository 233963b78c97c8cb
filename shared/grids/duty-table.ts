import {
  type BadCell,
  type CellRead,
  decimal,
  line,
  needed,
  oneOf,
  optional,
  type Planned,
  type ReadRow,
  readTable,
  type Sheet,
  twice,
} from '../kit/table'
import { shanghai } from '../kit/time'
import { isUnitTier, TIER_ZH, TIERS, type Tier } from './words'

/** A duty that goes on, as an import meets it. */
export type OpenDuty = {
  readonly id: string
  readonly gridId: string
  readonly tier: Tier
  readonly unitId: string | null
  readonly personName: string | null
  readonly postZh: string
  readonly segmentZh: string | null
  readonly lng: number | null
  readonly lat: number | null
  readonly startsOn: string
}
type Names = {
  readonly grids: readonly { readonly id: string; readonly code: string; readonly name: string }[]
  readonly units: readonly { readonly id: string; readonly name: string }[]
}

function day(text: string): CellRead<string> {
  const [, y, m, d] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  const value = `${y}-${(m ?? '').padStart(2, '0')}-${(d ?? '').padStart(2, '0')}`
  const isDay = y !== undefined && new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value
  return isDay ? { value } : { zh: `“${text.slice(0, 20)}”不是日期，请写成 2027-01-01` }
}

export const DUTY_CELLS = {
  grid: needed('网格', line(20)),
  tier: needed('级别', oneOf(TIERS.map((tier) => [tier, TIER_ZH[tier]] as const))),
  unit: optional('单位', line(40)),
  personName: optional('姓名', line(20)),
  postZh: needed('职务', line(30)),
  segmentZh: optional('路段或小区', line(40)),
  lng: optional('经度', decimal(-180, 180)),
  lat: optional('纬度', decimal(-90, 90)),
  startsOn: optional('开始日期', day),
}

type Value = {
  readonly grid: string
  readonly tier: Tier
  readonly unit: string | null
  readonly personName: string | null
  readonly postZh: string
  readonly segmentZh: string | null
  readonly lng: number | null
  readonly lat: number | null
  readonly startsOn: string | null
}
type Held = Omit<OpenDuty, 'id' | 'startsOn'>

const identity = (duty: Held) =>
  JSON.stringify([
    duty.gridId,
    duty.tier,
    duty.unitId,
    duty.personName,
    duty.postZh,
    duty.segmentZh,
    duty.lng,
    duty.lat,
  ])
/** The place in the chain that one holder has at a time: the lead of a grid, or a segment. */
const slot = ({ gridId, tier, segmentZh }: Pick<Held, 'gridId' | 'tier' | 'segmentZh'>) =>
  tier === 2 ? `${gridId} lead` : segmentZh === null ? null : `${gridId} ${tier} ${segmentZh}`

const pair = (sheet: Sheet, row: number, flaws: readonly (readonly [column: string, zh: string] | null)[]) =>
  flaws.flatMap((flaw) => (flaw ? [{ sheet: sheet.name, row, column: flaw[0], zh: flaw[1] }] : []))

/** What a tier asks for: units hold 2 and 3, people 1 and 4; a place has both degrees or none. */
const holderFlaws = ({ tier, unit, personName, lng, lat }: Value) => [
  isUnitTier(tier) && unit === null ? (['单位', `${TIER_ZH[tier]}要填单位`] as const) : null,
  !isUnitTier(tier) && personName === null ? (['姓名', `${TIER_ZH[tier]}要填姓名`] as const) : null,
  (lng === null) === (lat === null) ? null : (['经度', '经度和纬度要一起填，或者都不填'] as const),
]

/** Names become numbers; what has no number, or what its tier does not take, is named. */
function resolve(sheet: Sheet, { row, value }: ReadRow<Value>, { grids, units }: Names): Held | BadCell[] {
  const { grid: gridZh, unit: unitZh, startsOn: _, personName, ...rest } = value
  const grid = grids.find(({ name, code, id }) => [name, code, id].includes(gridZh))
  const unit = unitZh === null ? null : units.find(({ name, id }) => [name, id].includes(unitZh))
  const flaws = pair(sheet, row, [
    grid ? null : ['网格', `没有“${gridZh}”这个网格，请先导入网格`],
    unit === undefined ? ['单位', `没有“${unitZh}”这个单位，请先导入单位`] : null,
    ...holderFlaws(value),
  ])
  if (!grid || unit === undefined || flaws.length > 0) return flaws
  return { ...rest, gridId: grid.id, unitId: unit?.id ?? null, personName: isUnitTier(rest.tier) ? null : personName }
}

/** `was` is the duty that ends as the new one begins. */
export type DutyPlan = { readonly rows: readonly Planned<OpenDuty>[]; readonly bad: readonly BadCell[] }
type Asked = { readonly row: number; readonly startsOn: string | null; readonly held: Held }

/** 四级责任: what goes on unchanged stays; a new holder of a place ends the old one; the past is nobody's to change. */
export function planDuties(sheet: Sheet, known: readonly OpenDuty[], names: Names, now: Date): DutyPlan {
  const { rows, bad } = readTable(sheet, DUTY_CELLS)
  const asked: Asked[] = []
  const flaws: BadCell[] = [...bad]
  for (const one of rows) {
    const held = resolve(sheet, one, names)
    if (Array.isArray(held)) flaws.push(...held)
    else asked.push({ row: one.row, startsOn: one.value.startsOn, held: held as Held })
  }
  const planned = match(asked, known, shanghai(now).day)
  return {
    rows: planned,
    bad: [...flaws, ...doubled(sheet, asked), ...planned.flatMap((one, i) => lateFlaws(sheet, asked[i], one, now))],
  }
}

function doubled(sheet: Sheet, asked: readonly Asked[]) {
  const rows = asked.map(({ row, held }) => ({ row, value: held }))
  return [
    ...twice(sheet, rows, '网格', identity),
    ...twice(sheet, rows, '级别', (held) => (held.tier === 2 ? slot(held) : null)),
  ].map((one) => ({ ...one, zh: '和前面的一行重复' }))
}

/** First what goes on as it is, then who takes whose place; each duty of the register is met once. */
function match(asked: readonly Asked[], known: readonly OpenDuty[], today: string): Planned<OpenDuty>[] {
  const left = [...known]
  const take = (is: (duty: OpenDuty) => boolean) => {
    const at = left.findIndex(is)
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null)
  }
  const same = asked.map(({ held }) => take((duty) => identity(duty) === identity(held)))
  return asked.map(({ row, startsOn, held }, i) => {
    const [key, kept] = [`第 ${row} 行`, same[i]]
    if (kept) return { key, was: kept, is: kept }
    const was = slot(held) === null ? null : take((duty) => slot(duty) === slot(held))
    return { key, was, is: { ...held, id: '', startsOn: startsOn ?? today } }
  })
}

function lateFlaws(sheet: Sheet, asked: Asked | undefined, { was, is }: Planned<OpenDuty>, now: Date): BadCell[] {
  const today = shanghai(now).day
  if (!asked || was === is) return []
  return pair(sheet, asked.row, [
    is.startsOn < today ? ['开始日期', `不能早于今天 ${today}：过去由谁负责不能改写`] : null,
    was && is.startsOn >= today && was.startsOn >= is.startsOn
      ? ['开始日期', `要接替的那一条 ${was.startsOn} 才开始，请写之后的日期`]
      : null,
  ])
}
