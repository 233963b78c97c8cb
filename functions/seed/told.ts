import { CATEGORY_SEED } from '../../schema/seed/categories'
import { COUNTY_SEED } from '../../schema/seed/county'
import type { Beat, Line } from '../../schema/seed/demo/special'
import { storyOf } from '../../schema/seed/demo/stories'
import type { Camera } from '../../schema/seed/scenes/scene'
import { addMinutes } from '../../shared/kit/time'
import { type Dice, diceOf } from './dice'
import { awake, type Past } from './past'
import type { Cast } from './people'
import { cameraOf } from './photos'
import { type GridAt, type Place, placeOf } from './places'

export type World = {
  readonly past: Past
  readonly cast: Cast
  readonly lines: readonly Line[]
  readonly gridAt: GridAt
}
/** One line of the demo with all that is drawn for it. */
export type Told = World & {
  readonly line: Line
  readonly dice: Dice
  readonly place: Place
  readonly camera: Camera
  readonly unitId: string
  readonly reportAt: Date
}

export function tell(world: World, written: Line): Told {
  const line = written.dueToday ? hurried(written, world.past) : written
  const dice = diceOf(line.key)
  const place = placeOf(placed(world, line), dice, world.gridAt)
  const camera = cameraOf(dice)
  return {
    ...world,
    line,
    dice,
    place,
    camera,
    unitId: unitOf(line, place),
    reportAt: reportAt(world.past, line, dice),
  }
}

/** A report that is merged tells of the very place of the other. */
function placed({ lines, gridAt }: World, line: Line) {
  const into = line.beats.find(([name]) => name === 'merge')?.[2]?.into
  const master = lines.find(({ key }) => key === into)
  if (!master || line.at) return line
  const { lng, lat, addressZh } = placeOf(master, diceOf(master.key), gridAt)
  return { ...line, at: [lng + 5e-5, lat + 4e-5] as const, addressZh }
}

function unitOf({ story }: Line, { gridId }: Place) {
  const { code, unitId } = storyOf(story)
  const trade = CATEGORY_SEED[code]?.by
  const named = COUNTY_SEED.units.find(([, , , owns]) => owns === trade)?.[0]
  const more: Record<string, string> = { 社区: gridId.replace('WG', 'C'), 物业: 'U131' }
  return unitId ?? named ?? more[trade ?? ''] ?? 'D05'
}

/** Neighbours tell when they have time: at work hours, before them, or the evening before. */
function reportAt({ at, workAgo }: Past, { reportAgo, freshMinutes }: Line, dice: Dice) {
  const base = freshMinutes === undefined ? workAgo(reportAgo) : awake(addMinutes(at, -freshMinutes))
  const moment = dice.next()
  if (freshMinutes !== undefined || reportAgo < 500 || moment > 0.55) return base
  return awake(addMinutes(base, moment < 0.2 ? -dice.int(60, 150) : -dice.int(700, 960)))
}

/** Four hours of work from the dispatch end today, if today still has the room; what is before it moves along. */
function hurried(line: Line, { leftToday }: Past): Line {
  const later = leftToday >= 40 ? 200 - Math.min(200, leftToday - 20) : 0
  const beats = line.beats.map(([name, ago, more]): Beat => [name, ago + later, more])
  return { ...line, reportAgo: line.reportAgo + later, beats }
}
