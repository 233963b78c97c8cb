import { expect } from 'vitest'
import { seedCounty } from '../../functions/seed/grids'
import { teams } from '../../schema/volunteering/activities'
import { addDays, shanghai } from '../../shared/kit/time'
import type { Person } from '../kit/house'
import { openLedger } from './ledger-world'
import { type Replay, wake } from './model-kit'
import { at } from './world'

export type BookHouse = Awaited<ReturnType<typeof stage>>

/** Invented; the check digits are right. */
const IDS = ['61072419900307005X', '610724198512120014', '610724199003070041']

/** A county, for certificates need its number, and two shelves of gifts. */
export async function openBook(given: Parameters<typeof openLedger>[0]) {
  const world = await openLedger(given)
  await seedCounty(world.db, world.now())
  return world
}

/** Three volunteers, of whom one is an administrator besides; two teams; things to exchange points for. */
export async function stage(world: Awaited<ReturnType<typeof openBook>>) {
  world.at(at('08:00', nextDay(world.now())))
  await world.wake()
  const people = [
    await world.volunteer('陈小丽'),
    await world.volunteer('陆建', 'adult', [['admin']]),
    await world.volunteer('马莉'),
  ]
  const consent = { consent: true, idKind: 'resident' }
  for (const [i, one] of people.entries())
    await world.post(one, '/api/my-real-name', { name: one.name, idNumber: IDS[i], ...consent })
  const squad = crypto.randomUUID()
  await world.db.insert(teams).values({ id: squad, name: '护河小队', kind: 'squad', parentId: null })
  const gift = { zh: '环保袋', placeZh: '滨江站', windowZh: '周一至周五', keepDays: 7 }
  const items = []
  for (const [points, stock] of [
    [1, 2],
    [2, 1],
  ])
    items.push({
      id: String((await world.post(world.admin, '/api/point-items', { ...gift, points, stock })).id),
      stock,
    })
  const everybody: Person[] = [world.admin, world.second, world.reviewer, world.leader, ...people]
  return {
    ...{ world, people, everybody, items, teamIds: [world.teamId, squad], fromDay: shanghai(world.now()).day },
    services: [] as {
      readonly person: Person
      readonly shiftId: string
      readonly signUpId: string
      readonly activityId: string
    }[],
    codes: new Map<string, string>(),
    last: null as Replay,
  }
}

export const nextDay = (now: Date) => shanghai(addDays(now, 1)).day

/** The clock moves on, and they are there again. */
export async function turn(house: BookHouse, moment: Date, who: readonly Person[] = house.everybody) {
  house.world.at(moment)
  await wake(house, who)
}

export const pick = <T>(all: readonly T[], n: number): T => all[n % all.length] ?? expect.unreachable()
