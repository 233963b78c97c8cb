import { type SQL, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { BookHouse } from './book-stage'
import { checkNever, type Never, type Step, stepsOf } from './model-kit'

export type Paper = {
  readonly linkKey: string
  /** Person, team and period: another of the same stands for it. */
  readonly about: string
  /** What the ledger held for each record and class when it was issued. */
  readonly stated: ReadonlyMap<string, number>
  end: 'superseded' | 'revoked' | null
}
/** The model remembers what nobody may change: the rows of the ledger, what papers stated, what was exchanged. */
export type Book = { readonly rows: Map<string, string>; readonly papers: Paper[]; readonly exchanges: Set<string> }

const NEVER: Never = [
  [
    '4 a record below none or above what its shift may count',
    sql`select r.id from service_records r join sign_ups u on u.id = r.sign_up_id join shifts h on h.id = u.shift_id
      join hours_ledger l on l.record_id = r.id group by r.id, h.id
      having sum(l.minutes) < 0 or sum(l.minutes) > h.cap_minutes`,
  ],
  [
    '5 minutes behind which is neither a check-in nor a back-fill that was agreed to',
    sql`select r.id from service_records r where r.credited_minutes > 0
      and not exists (select 1 from attendance_events e where e.sign_up_id = r.sign_up_id and e.kind in ('check_in', 'leader_confirm'))
      and not exists (select 1 from hours_requests q where q.record_id = r.id and q.kind = 'backfill' and q.state = 'applied')`,
  ],
  [
    '9 a reverse that leaves something of what it takes back',
    sql`select l.id from hours_ledger l where l.kind = 'reverse'
      and (select sum(o.minutes) from hours_ledger o where o.record_id = l.record_id and o.seq <= l.seq) <> 0`,
  ],
  [
    '11 a balance that is not the sum of its postings, or below none',
    sql`select b.person_id from volunteer_point_balances b, lateral (
        select coalesce(sum(case 'person' when to_account then amount when from_account then -amount else 0 end), 0) as a,
          coalesce(sum(case 'reserved' when to_account then amount when from_account then -amount else 0 end), 0) as r
        from volunteer_point_postings p where p.person_id = b.person_id) s
      where s.a <> b.available or s.r <> b.reserved or least(b.available, b.reserved, b.debt) < 0`,
  ],
  [
    '11 points that came from nowhere or went nowhere: what the hours were worth is had, owed, fetched or expired',
    sql`select b.person_id from volunteer_point_balances b, lateral (select
        (select coalesce(sum(m.points), 0) from volunteer_point_marks m where m.person_id = b.person_id) as worth,
        (select coalesce(sum(p.amount), 0) from volunteer_point_postings p where p.person_id = b.person_id
          and p.to_account in ('redeemed', 'expired')) as gone) s
      where s.worth <> b.available + b.reserved - b.debt + s.gone`,
  ],
  [
    '11 points of hours that were not measured, or not of full hours',
    sql`select m.ledger_id from volunteer_point_marks m join hours_ledger l on l.id = m.ledger_id
      where m.points <> 0 and l.evidence = 'supplemented'`,
  ],
  [
    '12 one exchange reserved or ended twice',
    sql`select exchange_id from volunteer_point_postings where kind in ('reserve', 'redeem', 'cancel', 'lapse')
      group by exchange_id, kind = 'reserve' having count(*) > 1`,
  ],
  [
    '19 somebody decided about himself',
    sql`select id from hours_ledger where actor_id = person_id or approver_id = person_id
      union all select id from hours_requests where decided_by = person_id or (state = 'applied' and decided_by = proposed_by
        and (kind not in ('check', 'correct') or abs(to_minutes - was_minutes) > 60))
      union all select id from certificates where issued_by = person_id or closed_by = person_id
      union all select id from point_exchanges where redeemed_by = person_id`,
  ],
]

let looks = 0
type Sum = { readonly minutes: number }
type Totals = { all: Sum; people: Sum[]; teams: Sum[]; months: Sum[]; classes: Sum[] }

/** 6: one total, however it is cut; and what a person reads is the sum of their own rows. */
async function checkTotals({ world, people }: BookHouse) {
  const { all, ...by } = (await world.ask(world.admin, 'GET', '/api/hours-ledger/totals')) as unknown as Totals
  const [real] = await world.rows<{ n: number }>(sql`select coalesce(sum(minutes), 0)::int as n from hours_ledger`)
  expect(all.minutes, '6').toBe(real?.n)
  for (const group of [by.people, by.teams, by.months, by.classes])
    expect(
      group.reduce((sum, { minutes }) => sum + minutes, 0),
      '6',
    ).toBe(all.minutes)
  const one = people[looks % people.length] ?? expect.unreachable()
  expect((await world.ask(one, 'GET', '/api/my-hours')).totalMinutes, '6').toBe(await world.total(one.id))
}

/** 10: every row that ever was is as it was, and the chain holds. */
async function checkRows({ world }: BookHouse, book: Book) {
  const now = await world.rows<{ id: string; text: string }>(sql`select id, md5(l::text) as text from hours_ledger l`)
  const found = new Map(now.map(({ id, text }) => [id, text]))
  for (const [id, text] of book.rows) expect(found.get(id), `10 row ${id}`).toBe(text)
  for (const [id, text] of found) book.rows.set(id, text)
  expect(await world.ask(world.admin, 'GET', '/api/hours-ledger/verification'), '10').toMatchObject({ broken: null })
}

/** 17: a paper states what the ledger held, for ever; and says what became of it since. */
async function checkPapers({ world }: BookHouse, { papers }: Book) {
  const now = await heldNow(world.rows, sql`true`)
  for (const { linkKey, stated, end } of papers) {
    looks++
    const from = { 'x-forwarded-for': `10.${looks >> 8}.${looks & 255}.1` }
    const answer = await world.ask(null, 'GET', `/api/public/certificates/${linkKey}`, undefined, from)
    const isSame = [...stated].every(([record, minutes]) => (now.get(record) ?? 0) === minutes)
    const minutes = [...stated.values()].reduce((sum, n) => sum + n, 0)
    expect(answer, '17').toMatchObject({
      ...{ standing: end ?? (isSame ? 'valid' : 'corrected'), isSigned: true },
      facts: { totals: { all: { minutes } } },
    })
  }
}

/** Minutes by record and class as the ledger has them now, of some rows; what nets to nothing is not there. */
export async function heldNow(rows: BookHouse['world']['rows'], where: SQL) {
  const held = await rows<{ record: string; minutes: number }>(sql`
    select l.record_id || ' ' || l.evidence as record, sum(l.minutes)::int as minutes from hours_ledger l
    join service_records r on r.id = l.record_id join sign_ups u on u.id = r.sign_up_id join activities a on a.id = u.activity_id
    where ${where} group by 1 having sum(l.minutes) > 0`)
  return new Map(held.map(({ record, minutes }) => [record, minutes]))
}

/** 11, 12: what is not on the shelf is with somebody, and nothing was exchanged that nobody was told of. */
async function checkShelf({ world, items, people }: BookHouse, { exchanges }: Book) {
  for (const { id, stock } of items)
    expect(
      await world.rows(sql`select i.stock + (select count(*) from point_exchanges e where e.item_id = i.id
        and e.state in ('reserved', 'redeemed'))::int as n from point_items i where i.id = ${id}`),
      '11',
    ).toEqual([{ n: stock }])
  const mine = people.map(({ id }) => id)
  const made = await world.rows<{ id: string }>(sql`select id from point_exchanges where person_id in ${mine}`)
  expect(new Set(made.map(({ id }) => id)), '12').toEqual(exchanges)
}

export async function checkBook(house: BookHouse, book: Book) {
  looks++
  await checkNever(house.world.rows, NEVER)
  await checkRows(house, book)
  await checkTotals(house)
  await checkPapers(house, book)
  await checkShelf(house, book)
}

export type BookStep = Step<Book, BookHouse>
export const noBook = (): Book => ({ rows: new Map(), papers: [], exchanges: new Set() })
export const step = stepsOf<Book, BookHouse>(checkBook)
