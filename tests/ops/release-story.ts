import type { PGlite } from '@electric-sql/pglite'
import type { Db } from '../../functions/db/types'
import { openCounty } from '../cases/world'
import { at, openWorld } from '../volunteering/world'

/** A statement as it was sent, and how many rows it changed and gave. */
export type Said = readonly [text: string, params: readonly unknown[], changed: number, given: number]
export type Release = {
  readonly release: string
  readonly migrations: number
  readonly before: readonly Said[]
  readonly after: readonly Said[]
}

/** What the program of this release says to its database in a day's work: first on its own schema, then on the next one. */
export async function recordRelease(opened: { db: Db; client: PGlite }): Promise<Pick<Release, 'before' | 'after'>> {
  const { db, client } = opened
  const [before, after]: [Said[], Said[]] = [[], []]
  let part = before
  const query = client.query.bind(client)
  client.query = (async (text: string, params: unknown[], ...more: []) => {
    const done = await query(text, params, ...more)
    part.push([text, params ?? [], done.affectedRows ?? 0, done.rows.length])
    return done
  }) as typeof client.query
  const county = await openCounty({ db })
  const world = await openWorld({ db })
  const { ask, key, cast, photo, move } = county
  await county.caseAt('closed')
  const half = await county.caseAt('processing')
  part = after
  await move(cast.handler, half, 'handle', { note: '已更换井盖', photos: [await photo(cast.handler)] })
  await move(cast.verifier, half, 'close', { conditions: ['设施完好'], photos: [await photo(cast.verifier)] })
  const id = await county.caseAt('closed')
  await ask(cast.lin, 'POST', `/api/my-cases/${id}/ratings`, { key: key(), score: 5, tags: ['处理得快'] })
  for (const path of ['/api/public/cases', `/api/public/cases/${id}`, '/api/figures/month'])
    await ask(null, 'GET', path)
  for (const path of ['/api/cases', `/api/cases/${id}`, '/api/rates', '/api/supervisions'])
    await ask(cast.reviewer, 'GET', path)
  for (const path of ['/api/me', '/api/my-cases', `/api/my-cases/${id}`, '/api/notices'])
    await ask(cast.lin, 'GET', path)
  const ma = await world.volunteer('马莉')
  const { shiftId, ids } = await world.aShift('2026-06-27', [ma])
  world.at(at('09:00'))
  await world.show(ma, ids[0], 'in', (await world.code(world.leader, shiftId, 'in')).text)
  world.at(at('11:00'))
  await world.show(ma, ids[0], 'out', (await world.code(world.leader, shiftId, 'out')).digits)
  await world.lead(world.leader, shiftId, 'confirmations', { key: key() })
  await ask(ma, 'GET', '/api/my-hours')
  return { before, after }
}
