import { sql } from 'drizzle-orm'
import { openPostgres } from '../../functions/db/postgres'
import type { OpenDb } from '../../functions/db/types'
import { shanghai } from '../../shared/kit/time'
import { PLACE } from '../cases/world'
import type { Person } from '../kit/house'
import { openServer } from '../kit/server'
import { openRewards } from '../reports/rewards-world'
import { openWorld } from '../volunteering/world'
import { type Act, type Answered, send } from './history'

export const SECRET = 'a secret of a test house, 32 letters'
const CROWD = 12
const SEATS = 7
const CLOSINGS = 4
const DAY_MS = 86_400_000

/**
 * A county in a database that a server elsewhere works on as well: it makes people, cases and activities past the faults, and gives out loads
 * of the three decisions that matter most.
 */
export async function openLoads({ db, close }: OpenDb, now = new Date()) {
  const county = await openRewards({ db, now })
  const world = await openWorld({ db, now })
  await county.setRule({ startsOn: shanghai(now).day })
  const crowd: Person[] = []
  for (let i = 0; i < CROWD; i++) crowd.push(await world.volunteer(`志愿者${i}`))
  const template = await county.photo(county.cast.lin)
  let days = 1

  /** Photos nobody used yet, as rows: these tests are not about pixels. */
  const photos = async (as: Person, n: number) => {
    const rows = await world.rows<{
      id: string
    }>(sql`insert into files (id, owner_id, mime, size_bytes, width, height, sha256, store_key,
        thumb_key, dhash, created_at) select gen_random_uuid()::text, ${as.id}, mime, size_bytes, width, height, sha256, store_key, thumb_key,
        dhash, created_at from files, generate_series(1, ${n}::int) where id = ${template} returning id`)
    return rows.map(({ id }) => id)
  }
  const aReport = async (as: Person): Promise<Act> => {
    const key = crypto.randomUUID()
    const place = { position: { ...PLACE, accuracyM: 8 }, categoryCode: 'D1' }
    const body = { ...place, photos: await photos(as, 1), words: `井盖塌了半边 ${key}` }
    return { kind: 'report', key, as, path: '/api/reports', body }
  }
  /** One report and one sign-up of everybody, for fewer seats than people, and a few closings. */
  const aLoad = async (): Promise<Act[]> => {
    // Reports of earlier loads count as yesterday's, so the cap of a day does not mix in.
    await db.execute(sql`update reporters set at = at - interval '1 day'`)
    const from = new Date(now.getTime() + ++days * DAY_MS)
    const to = new Date(from.getTime() + 3_600_000)
    const posts = { 清捡组: SEATS }
    const { shifts } = await world.anActivity({
      shifts: [{ from, to, leader: world.leader, posts }],
      signUpEndsAt: from,
    })
    const path = `/api/shifts/${shifts[0]?.id}/sign-ups`
    const acts: Act[] = []
    for (const as of crowd) {
      acts.push(await aReport(as), { kind: 'sign_up', key: crypto.randomUUID(), as, path, body: {} })
    }
    const { verifier } = county.cast
    for (let i = 0; i < CLOSINGS; i++) {
      const body = { move: 'close', conditions: ['设施完好'], photos: await photos(verifier, 1) }
      const path = `/api/cases/${await county.caseAt('handled')}/transitions`
      acts.splice(i * 6, 0, { kind: 'close', key: crypto.randomUUID(), as: verifier, path, body })
    }
    return acts
  }
  return { ...county, crowd, aReport, aLoad, signUp: world.signUp, close }
}
export type Loads = Awaited<ReturnType<typeof openLoads>>

/** A server of its own on this database, and loads for it. */
export async function openSite(url: string) {
  const loads = await openLoads(await openPostgres(url, 'schema/migrations'))
  const server = await openServer({ DATABASE_URL: url, SECRET })
  const close = async () => {
    await server.close()
    await loads.close()
  }
  return { loads, server, close }
}

/** Sends a load, so many at a time, each until it has an answer or it is over. */
export async function run(base: string, acts: readonly Act[], isOver: () => boolean, atOnce = 8): Promise<Answered[]> {
  const left = [...acts]
  const done: Answered[] = []
  const worker = async () => {
    for (let act = left.shift(); act; act = left.shift()) done.push(await send(base, act, isOver))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return done
}

/** Seconds until a write of somebody new goes through. */
export async function recovery(base: string, act: Act) {
  const from = performance.now()
  const { reply } = await send(base, act, () => performance.now() - from > 30_000)
  return reply?.status === 200 ? (performance.now() - from) / 1000 : Number.POSITIVE_INFINITY
}
