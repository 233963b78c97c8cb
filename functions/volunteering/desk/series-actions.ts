import type { Actor } from '../../../shared/people/roles'
import type { Deps, Send } from '../../http/deps'
import { fail } from '../../http/refused'
import { isSeriesNamed, listSeries, recordSeries } from './sheet-queries'

export const readSeries = async ({ db }: Deps) => ({ items: await listSeries(db) })

export async function createSeries(
  deps: Deps,
  actor: Actor,
  { name, brand }: { readonly name: string; readonly brand: string },
  send: Send,
) {
  const row = { id: deps.newId(), name, brand, by: actor.id, at: deps.now() }
  await recordSeries(deps.db, row, send).catch((err: unknown) => {
    if (isSeriesNamed(err)) return fail('invalid', '已有这个名称的系列', 'name')
    throw err
  })
  return readSeries(deps)
}
