import type { Beat } from '../../schema/seed/demo/special'
import { RATINGS, storyOf } from '../../schema/seed/demo/stories'
import type { Side } from '../../schema/seed/scenes/look'
import type { CaseMove } from '../../shared/cases/transitions'
import { addMinutes } from '../../shared/kit/time'
import type { Actor } from '../../shared/people/roles'
import { move } from '../cases/actions'
import { findCase, findMyCase } from '../cases/case-queries'
import { rateCase } from '../cases/citizen-actions'
import type { Deps, Send } from '../http/deps'
import { joinCase, submitReport } from '../reports/actions'
import { askOf, caseIdOf, reportName } from './asks'
import { awake } from './past'
import { photoSteps } from './photo-checks'
import { aside, photoId, type Shot } from './photos'
import type { Step } from './steps'
import { type Told, tell, type World } from './told'

export const caseSteps = (world: World): Step[] => world.lines.flatMap((line) => lineSteps(tell(world, line)))

function lineSteps(told: Told): Step[] {
  const { beats } = told.line
  return [
    reportStep(told),
    ...joinSteps(told),
    ...beats.map((beat, i) => beatStep(told, beat, i)),
    ...photoSteps(told),
    ...rateSteps(told),
  ]
}

const shotOf = ({ line, camera }: Told, name: string, by: Actor, at: Date, side: Side): Shot => ({
  ...{ name, by, at, side, camera },
  scene: storyOf(line.story).scene,
})

function reportStep(told: Told): Step {
  const { line, cast, dice, place, camera, reportAt: at } = told
  const { reporter, key, words } = line
  const by = cast(reporter)
  const story = storyOf(line.story)
  const shots = [shotOf(told, `${key} before`, by, at, 'before')]
  if (dice.chance(0.2))
    shots.push({ ...shotOf(told, `${key} before 2`, by, at, 'before'), camera: aside(camera, dice) })
  const { lng, lat, accuracyM, addressZh } = place
  const identity = dice.chance(0.2) && reporter !== 'lin' ? ('anonymous' as const) : ('wechat' as const)
  const run = (deps: Deps, send: Send) =>
    submitReport(
      deps,
      by,
      {
        ...{
          key: send.key,
          photos: shots.map(({ name }) => photoId(name)),
          position: { lng, lat, accuracyM },
          addressZh,
        },
        ...{
          categoryCode: story.code,
          words: words ?? story.words,
          townId: null,
          pointCode: null,
          answers: {},
          contact: null,
          identity,
          source: 'wechat',
        },
      },
      send,
    )
  return { name: reportName(key), at, by, shots, run }
}

function joinSteps({ line, cast, reportAt: told, past }: Told): Step[] {
  return (line.joins ?? []).map((key, i) => {
    const by = cast(key)
    const soon = addMinutes(told, 25 + i * 47)
    const at = new Date(Math.min(past.at.getTime(), Math.max(addMinutes(told, 1 + i).getTime(), awake(soon).getTime())))
    const run = (deps: Deps, send: Send) => joinCase(deps, by, caseIdOf(line.key), send)
    return { name: `${line.key}/join ${key}`, at, by, shots: [], run }
  })
}

const CITIZEN_MOVES: readonly CaseMove[] = ['supplement', 'object', 'ask_reopen', 'withdraw', 'nudge']
const SIDE: { readonly [move in CaseMove]?: Side } = {
  handle: 'after',
  close: 'after',
  redo: 'before',
  ask_reopen: 'before',
}

function beatStep(told: Told, beat: Beat, i: number): Step {
  const { line, past, cast, camera, dice } = told
  const [name, ago] = beat
  const by = cast(whoMoves(told, beat))
  const isCitizen = CITIZEN_MOVES.includes(name)
  const at = past.workAgo(ago)
  const side = name === 'close' && line.isBrief ? undefined : SIDE[name]
  const label = `${line.key}/${i} ${name}`
  const shots = side
    ? [{ ...shotOf(told, label, by, at, side), camera: name === 'handle' ? camera : aside(camera, dice) }]
    : []
  const photos = shots.map((shot) => photoId(shot.name))
  const run = async (deps: Deps, send: Send) => {
    const actor = isCitizen ? { id: by.id, grants: [] } : by
    const found = await (isCitizen ? findMyCase : findCase)(deps.db, actor, caseIdOf(line.key), photos)
    if (!found) throw new Error('the case is not there for this person')
    await move(deps, actor, found, { ask: askOf({ ...told, beat }, found, photos), version: found.version, send })
  }
  return { name: label, at, by, shots, run }
}

/** The usual person for a move; the office shares its work between two. */
function whoMoves({ line, dice, unitId }: Told, [name, , more]: Beat) {
  const beats = line.beats
  const dispatched = beats.findLast(([move, , given]) => move === 'dispatch' && given?.unitId)?.[2]?.unitId
  const handler = { U052: 'luo', U050: 'bai' }[dispatched ?? unitId] ?? dispatched ?? unitId
  const usual: { readonly [move in CaseMove]?: string } = {
    ...{ dispatch: dice.pick(['xu', 'xu', 'he']), extend: 'xu', transfer: 'xu' },
    ...{ sign: handler, return: handler, ask_extend: handler, handle: handler },
    ...{ suspend: 'fang', reopen: 'wu' },
    ...{ redo: 'meng', close: dice.pick(['meng', 'meng', 'sun']) },
    ...{ object: line.reporter, ask_reopen: line.reporter, withdraw: line.reporter, nudge: line.reporter },
  }
  return more?.by ?? usual[name] ?? dice.pick(['he', 'he', 'wu'])
}

/** The reporter's word, and sometimes a neighbour's, once the case is closed. */
function rateSteps({ line, past, cast, dice }: Told): Step[] {
  const last = line.beats.at(-1)
  if (!line.rates || last?.[0] !== 'close') return []
  const closedAt = past.workAgo(last[1])
  return [line.reporter, ...(line.joins ?? []).filter(() => dice.chance(0.3))].flatMap((key, i): Step[] => {
    const at = new Date(
      Math.max(addMinutes(closedAt, 3).getTime(), awake(addMinutes(closedAt, dice.int(20, 900))).getTime()),
    )
    const [score, tags, words] = dice.pick(RATINGS)
    if (at > past.at) return []
    const by = cast(key)
    const run = (deps: Deps, send: Send) =>
      rateCase(
        deps,
        by,
        caseIdOf(line.key),
        { key: send.key, score, tags: [...tags], words: i === 0 ? words : '' },
        send,
      )
    return [{ name: `${line.key}/rate ${key}`, at, by, shots: [], run }]
  })
}
