import { type SQL, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, expect } from 'vitest'
import type { Db } from '../../functions/db/types'
import { freshPostgres } from '../kit/databases'
import type { Answer } from '../kit/house'

type Ground = readonly [name: string, given: { readonly db?: Db }, numRuns: number]
/** The databases a model runs on, a real server where the machine has one, and how often on each. */
export async function grounds(embedded: number, onServer: number): Promise<Ground[]> {
  const real = await freshPostgres()
  afterAll(() => real?.close())
  const first: Ground = ['the embedded database', {}, embedded]
  return real ? [first, ['a real server', { db: real.db }, onServer]] : [first]
}

type Rows = <T>(query: SQL) => Promise<readonly T[]>
type World = {
  readonly key: () => string
  readonly now: () => Date
  readonly rows: Rows
  readonly ask: (as: { token: string } | null, verb: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer>
}
/** A stage of a run: its world, and the last send, which may come again at any time. */
export type Staged = { readonly world: World; last: Replay }
export type Replay = { readonly as: { token: string }; readonly path: string; readonly body: object } | null

/** No answer of the house is a failure, whatever is asked of it in whatever order. */
export function sane(answer: Answer) {
  expect([200, 400, 401, 403, 404, 409, 422, 429], JSON.stringify(answer)).toContain(answer.status)
  return answer
}

const reached = new Map<string, number>()
/** How often each way was gone to its end: a run that is refused everywhere proves little. */
export const printReached = (name: string) => {
  const ways = [...reached].sort(([a], [b]) => (a < b ? -1 : 1)).map(([way, times]) => `${way} ${times}`)
  process.stdout.write(`${name}: ${ways.join(', ')}\n`)
  reached.clear()
}

export async function send(house: Staged, as: { token: string }, path: string, body: object = {}) {
  const whole = { key: house.world.key(), ...body }
  house.last = { as, path, body: whole }
  const answer = sane(await house.world.ask(as, 'POST', path, whole))
  const { move, answer: said } = whole as { move?: unknown; answer?: unknown }
  const way = [path.replace(/^\/api\//, '').replace(/\/[\da-f]{8}-[\da-f-]{27}/g, ''), move, said]
    .filter(Boolean)
    .join(' ')
  if (answer.status === 200) reached.set(way, (reached.get(way) ?? 0) + 1)
  return answer
}

/** 7, 12: the last send again under its key. */
export async function again({ world, last }: Staged) {
  if (last) sane(await world.ask(last.as, 'POST', last.path, last.body))
}

/** Sessions do not last for ever: everybody's goes on from now. */
export async function wake({ world }: Staged, people: readonly { readonly id: string }[]) {
  const now = world.now().toISOString()
  await world.rows(sql`update sessions set seen_at = ${now}, expires_at = ${now}::timestamptz + interval '1 day'
    where person_id in ${people.map(({ id }) => id)}`)
}

/** So many steps a run: enough for what takes several people and hours to come about. */
const LENGTH = { minLength: 30, maxLength: 50, size: 'max' } as const
/** Steps with how often each comes up: what leads somewhere more often than what ends it. */
export type Weighted<S> = { readonly weight: number; readonly arbitrary: fc.Arbitrary<S> }[]
export const storyOf = <S>(steps: Weighted<S>) => fc.array(fc.oneof(...steps), LENGTH)
/** Long runs are not made shorter when one fails: seed and path say which it was. */
export const RUN = { endOnFailure: true, noBias: true }

export type Step<M extends object, H> = fc.AsyncCommand<M, H>
/** Makes steps of one model: after each, everything it must hold is looked for. */
export const stepsOf =
  <M extends object, H>(after: (house: H, model: M, name: string) => Promise<void>) =>
  (name: string, act: (house: H, model: M) => Promise<unknown>): Step<M, H> => ({
    check: () => true,
    toString: () => name,
    run: async (model, house) => {
      await act(house, model)
      await after(house, model, name)
    },
  })

/** Each under its number: what must never be found in the tables. */
export type Never = readonly (readonly [name: string, query: SQL])[]

/** All of them in one round trip; the first that is broken is named with what broke it. */
export async function checkNever(rows: Rows, never: Never) {
  const each = never.map(([, query], i) => sql`select ${sql.raw(String(i))}::int as i where exists (${query})`)
  for (const { i } of await rows<{ i: number }>(sql.join(each, sql` union all `))) {
    const [name = '', query = sql``] = never[i] ?? []
    expect(await rows(query), name).toEqual([])
  }
}
