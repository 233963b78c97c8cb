import { distanceM, distanceZh, type LngLat } from '../kit/geo'
import { maskName } from '../kit/mask'
import type { ChainLink } from './contract'
import { nearestOf } from './rings'
import { TIER_ZH, TIERS, type Tier } from './words'

/** 网格四包: one duty row as the chain reads it. */
export type Duty = {
  readonly tier: Tier
  readonly unitId: string | null
  readonly unitName: string | null
  readonly personName: string | null
  readonly postZh: string
  readonly segmentZh: string | null
  readonly lng: number | null
  readonly lat: number | null
  readonly startsAt: Date
  readonly endsAt: Date | null
}

export const inForce = ({ startsAt, endsAt }: Pick<Duty, 'startsAt' | 'endsAt'>, at: Date) =>
  startsAt <= at && (endsAt === null || at < endsAt)

/** Farther than this a householder no longer knows the place; the volunteer of the whole grid does. */
const HOME_M = 500

/** The four links of a place at a moment, each with its reason; a vacant link says that it is vacant. */
export function resolveChain(
  duties: readonly Duty[],
  grid: { readonly name: string },
  point: LngLat,
  at: Date,
): ChainLink[] {
  const now = duties.filter((duty) => inForce(duty, at))
  return TIERS.map((tier) => {
    const held = now.filter((duty) => duty.tier === tier)
    return LINKS[tier](held, grid.name, point) ?? vacancy(tier, grid.name)
  })
}

type Resolve = (held: readonly Duty[], gridName: string, point: LngLat) => ChainLink | undefined

const LINKS: Record<Tier, Resolve> = {
  1: (held, gridName) => {
    const names = held.flatMap(({ personName }) => personName ?? [])
    const whyZh = `落在${gridName}，由 ${names.length} 名县级领导包片`
    return names.length === 0 ? undefined : { ...blank(1), names, whyZh }
  },
  2: ([lead], gridName) => lead && link(lead, `落在${gridName}，由${lead.unitName ?? ''}牵头`),
  3: (held, gridName, point) => {
    const near = nearestAnchor(held, point)
    if (near) return link(near.thing, `落在${gridName}；最近的责任段 ${reach(near)}`)
    return held[0] && link(held[0], `落在${gridName}；全网格由这个单位包段`)
  },
  4: (held, gridName, point) => {
    const near = nearestAnchor(held, point)
    const whole = held.find(({ lng }) => lng === null)
    if (near && (near.metres <= HOME_M || !whole)) {
      return link(near.thing, `落在${gridName}；最近的小区 ${reach(near)}`)
    }
    return whole && link(whole, `落在${gridName}；${HOME_M} 米内没有小区，由${whole.postZh}负责`)
  },
}

const blank = (tier: Tier) => ({
  tier,
  zh: TIER_ZH[tier],
  unitId: null,
  unitName: null,
  segmentZh: null,
  vacant: false,
})

/** Units answer for tiers 2 and 3, people for the others. */
const link = (duty: Duty, whyZh: string): ChainLink => {
  const { tier, unitId, unitName, segmentZh } = duty
  const name = tier === 4 ? duty.personName : unitName
  return {
    tier,
    zh: TIER_ZH[tier],
    unitId,
    unitName,
    names: name === null ? [] : [name],
    segmentZh,
    vacant: false,
    whyZh,
  }
}

const vacancy = (tier: Tier, gridName: string): ChainLink => ({
  ...blank(tier),
  names: [],
  vacant: true,
  whyZh: `落在${gridName}；${TIER_ZH[tier]}暂时空缺`,
})

/** The nearest duty that stands somewhere; one without an anchor covers the whole grid. */
export const nearestAnchor = <D extends Pick<Duty, 'lng' | 'lat'>>(held: readonly D[], point: LngLat) =>
  nearestOf(
    held.filter(({ lng, lat }) => lng !== null && lat !== null),
    ({ lng, lat }) => distanceM(point, { lng: lng ?? 0, lat: lat ?? 0 }),
  )

const reach = ({ thing, metres }: { thing: Duty; metres: number }) => `${thing.segmentZh ?? ''}，${distanceZh(metres)}`

/** What everybody may read: leaders hold a public office, householders are neighbours. */
export const publicName = ({ tier, personName }: Pick<Duty, 'tier' | 'personName'>) =>
  personName !== null && tier === 4 ? maskName(personName) : personName

export const publicChain = (chain: readonly ChainLink[]): ChainLink[] =>
  chain.map((one) => (one.tier === 4 ? { ...one, names: one.names.map(maskName) } : one))
