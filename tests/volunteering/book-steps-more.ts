import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { shanghai, shanghaiMoment } from '../../shared/kit/time'
import { type Book, type BookStep, checkBook, heldNow, step } from './book-invariants'
import { type BookHouse, pick } from './book-stage'
import { anybody, who } from './book-steps'
import { send, type Weighted } from './model-kit'

const newest = async ({ world, people }: BookHouse, of: 'point_exchanges' | 'certificates', state: string) => {
  const mine = people.map(({ id }) => id)
  const at = sql.raw(of === 'certificates' ? 'requested_at' : 'at')
  const [row] = await world.rows<Record<string, string>>(
    sql`select * from ${sql.raw(of)} where person_id in ${mine} and state = ${state} order by ${at} desc, id limit 1`,
  )
  return row
}

const exchange = fc.tuple(who, fc.nat(1)).map(([p, i]) =>
  step(`${p} exchanges for ${i}`, async (house, book) => {
    const path = `/api/point-items/${pick(house.items, i).id}/exchanges`
    const made = await send(house, pick(house.people, p), path)
    if (made.status !== 200) return
    book.exchanges.add(String(made.id))
    house.codes.set(String(made.id), String(made.code))
  }),
)
const handOut = anybody.map((by) =>
  step(`${by} hands out the newest`, async (house) => {
    const one = await newest(house, 'point_exchanges', 'reserved')
    const code = house.codes.get(one?.id ?? '')
    if (code) await send(house, pick(house.everybody, by), '/api/point-redemptions', { code })
  }),
)
/** Mostly whose it is; now and then somebody else. */
const of = ({ people }: BookHouse, id: string | undefined, p: number) =>
  (p > 0 && people.find((one) => one.id === id)) || pick(people, p)
const cancel = who.map((p) =>
  step(`${p} cancels the newest`, async (house) => {
    const one = await newest(house, 'point_exchanges', 'reserved')
    if (one) await send(house, of(house, one.person_id, p), `/api/point-exchanges/${one.id}/cancellations`)
  }),
)

function asks(house: BookHouse, p: number, t: number) {
  const { fromDay, world } = house
  const body = { teamId: pick(house.teamIds, t), fromDay, toDay: toDayOf(fromDay, shanghai(world.now()).day) }
  return send(house, pick(house.people, p), '/api/my-certificates', body)
}
const request = fc
  .tuple(who, fc.nat(1))
  .map(([p, t]) => step(`${p} asks ${t} for a certificate`, (house) => asks(house, p, t)))
/** The first three days again and again once they are over, so that one paper comes to stand for another. */
const toDayOf = (fromDay: string, today: string) => {
  const third = shanghai(new Date(shanghaiMoment(fromDay).getTime() + 3 * 86_400_000)).day
  return third < today ? third : today
}

const aboutOf = ({ person_id, team_id, from_day, to_day }: Record<string, unknown>) =>
  [person_id, team_id, from_day, to_day].join(' ')

async function issues(house: BookHouse, book: Book, by: number) {
  const { world } = house
  const one = await newest(house, 'certificates', 'requested')
  if (!one) return
  const stated = await heldNow(
    world.rows,
    sql`l.person_id = ${one.person_id} and a.team_id = ${one.team_id}
        and (r.served_from at time zone 'Asia/Shanghai')::date between ${one.from_day}::date and ${one.to_day}::date`,
  )
  const body = { version: 0, move: 'issue', headZh: '韩立', contactZh: '0916-6212345' }
  const done = await send(house, pick(house.everybody, by), `/api/certificates/${one.id}/transitions`, body)
  if (done.status !== 200) return
  const [{ link_key: linkKey } = { link_key: '' }] = await world.rows<{ link_key: string }>(
    sql`select link_key from certificates where id = ${one.id}`,
  )
  const about = aboutOf(one)
  for (const older of book.papers) if (older.about === about) older.end ??= 'superseded'
  book.papers.push({ linkKey, about, stated, end: null })
}
const issue = anybody.map((by) => step(`${by} issues the newest`, (house, book) => issues(house, book, by)))

const end = fc.tuple(anybody, fc.constantFrom('refuse', 'revoke')).map(([by, move]) =>
  step(`${by} would ${move} the newest`, async (house, book) => {
    const one = await newest(house, 'certificates', move === 'refuse' ? 'requested' : 'issued')
    if (!one) return
    const body = { version: Number(one.version), move, note: '查实为误录' }
    const done = await send(house, pick(house.everybody, by), `/api/certificates/${one.id}/transitions`, body)
    const paper = book.papers.find(({ linkKey }) => linkKey === one.link_key)
    if (done.status === 200 && paper) paper.end = 'revoked'
  }),
)

/** At the end of a run everybody has a certificate; one hour is put right, and a second one stands for the first. */
export async function certified(house: BookHouse, book: Book) {
  const { world, people } = house
  for (const p of people.keys()) {
    await asks(house, p, 0)
    await issues(house, book, 1)
  }
  await checkBook(house, book)
  const [{ signUpId } = { signUpId: '' }] = house.services
  await world.correct(world.admin, signUpId, 61)
  await checkBook(house, book)
  await asks(house, 0, 0)
  await issues(house, book, 1)
  await checkBook(house, book)
}

export const MORE_STEPS: Weighted<BookStep> = [
  { weight: 8, arbitrary: exchange },
  { weight: 4, arbitrary: handOut },
  { weight: 4, arbitrary: cancel },
  { weight: 8, arbitrary: request },
  { weight: 12, arbitrary: issue },
  { weight: 3, arbitrary: end },
]
