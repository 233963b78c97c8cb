import sharp from 'sharp'
import type { Side } from '../../schema/seed/scenes/look'
import { type Camera, draw, type SceneName } from '../../schema/seed/scenes/scene'
import type { Actor } from '../../shared/people/roles'
import { storePhoto } from '../files/actions'
import type { Deps } from '../http/deps'
import { type Dice, firstIdOf, idOf, idsOf } from './dice'

/** One photo to be taken: the name gives its id, so a step can point at it before it is stored. */
export type Shot = {
  readonly name: string
  readonly by: Actor
  readonly at: Date
  readonly scene: SceneName
  readonly side: Side
  readonly camera: Camera
}

const LIGHTS = ['#ffd9a010', '#a9c6e014', '#00000008', '#fff4d60c', '#8aa2b412'] as const

export const cameraOf = (dice: Dice): Camera => ({
  tone: dice.int(0, 3),
  x: dice.next(),
  y: dice.next(),
  zoom: dice.int(2, 30),
  light: dice.pick(LIGHTS),
})

/** The same view, a step to the side: another photo of the same spot. */
export const aside = (camera: Camera, dice: Dice): Camera => ({
  ...camera,
  x: dice.next(),
  zoom: camera.zoom + dice.int(3, 9),
  light: dice.pick(LIGHTS),
})

export const photoId = (name: string) => firstIdOf(`photo ${name}`)
const keyOf = (name: string) => idOf(`photo ${name} key`)

export const jpegOf = ({ scene, side, camera }: Pick<Shot, 'scene' | 'side' | 'camera'>) =>
  sharp(Buffer.from(draw(scene, side, camera)))
    .flatten()
    .jpeg({ quality: 74 })
    .toBuffer()

async function take(deps: Deps, { name, by, at, ...view }: Shot) {
  const jpeg = await jpegOf(view)
  const send = { personId: by.id, key: keyOf(name), op: 'seed', bodyHash: '' }
  const here = { ...deps, now: () => at, newId: idsOf(`photo ${name}`) }
  await storePhoto(here, by, new Uint8Array(jpeg), send)
}

const AT_ONCE = 4

/** Takes photos ahead of the steps that need them, a few at a time: drawing has its own threads, the database does not. */
export function darkroom(deps: Deps, shots: readonly Shot[], isSent: (key: string) => boolean) {
  const taken = new Map<string, Promise<void>>()
  let next = 0
  const develop = () => {
    const shot = shots[next++]
    if (!shot) return
    const work = isSent(keyOf(shot.name)) ? Promise.resolve() : take(deps, shot)
    taken.set(shot.name, work)
    // A failure is thrown where the photo is waited for.
    work.catch(() => undefined).finally(develop)
  }
  for (let i = 0; i < AT_ONCE; i++) develop()
  return async (names: readonly string[]) => {
    for (const name of names) {
      while (!taken.has(name)) await Promise.race([...taken.values()].slice(-AT_ONCE))
      await taken.get(name)
    }
  }
}
