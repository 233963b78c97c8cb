import { CATEGORY_SEED } from '../../schema/seed/categories'
import { NEIGHBOURS } from '../../schema/seed/demo/people'
import type { Line } from '../../schema/seed/demo/special'
import { STORIES, type StoryKey, storyOf } from '../../schema/seed/demo/stories'
import { type Dice, diceOf } from './dice'

/** Closed cases of the last five weeks, spread over stories, grids and neighbours. */
const CASES = 27
const NEWEST = 560
const OLDEST = 10_400

const keys = Object.keys(STORIES) as StoryKey[]
const GRIDS = 12

export const pastLines = (): Line[] => Array.from({ length: CASES }, (_, i) => pastLine(i, diceOf(`past ${i}`)))

function pastLine(i: number, dice: Dice): Line {
  const story = keys[(i * 7 + 3) % keys.length] ?? 'cover'
  const [filed, dispatched, signed, checked] = [dice.int(15, 60), dice.int(10, 50), dice.int(10, 60), dice.int(60, 380)]
  const worked = Math.round(workMinutes(story) * (dice.chance(0.14) ? 1.25 : 0.25 + dice.next() * 0.65))
  const whole = filed + dispatched + signed + worked + checked
  const age = Math.round(NEWEST + ((OLDEST - NEWEST) * i) / CASES + dice.int(0, 200))
  const close = Math.max(100, age - whole)
  const handle = close + checked
  const sign = handle + worked
  const dispatch = sign + signed
  const neighbour = (n: number) => NEIGHBOURS[(i * 3 + n * 5) % NEIGHBOURS.length]?.key ?? 'n1'
  return {
    key: `past-${i + 1}`,
    story,
    grid: `WG${String((i % GRIDS) + 1).padStart(2, '0')}`,
    reporter: neighbour(0),
    reportAgo: dispatch + dispatched + filed,
    joins: dice.chance(0.3) ? Array.from({ length: dice.int(1, 5) }, (_, n) => neighbour(n + 1)) : [],
    rates: dice.chance(0.65),
    isBrief: dice.chance(0.75),
    beats: [
      ['file', dispatch + dispatched],
      ['dispatch', dispatch],
      ['sign', sign],
      ['handle', handle],
      ['close', close],
    ],
  }
}

/** The limit in work minutes; of limits on the wall clock the part a crew works within. */
function workMinutes(story: StoryKey) {
  const limit = CATEGORY_SEED[storyOf(story).code]?.limit ?? '1d'
  const size = Number(limit.slice(0, -1))
  return { h: size * 60, d: size * 480, H: size * 14 }[limit.slice(-1)] ?? size
}
