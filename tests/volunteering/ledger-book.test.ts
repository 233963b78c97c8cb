import { spawnSync } from 'node:child_process'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Person } from '../kit/house'
import { openLedger } from './ledger-world'
import { at } from './world'

const world = await openLedger()
const { ask, admin, second, served, correct, move, aShift, backfill, rows } = world
let people: Person[]
beforeAll(async () => {
  people = [await world.volunteer('马莉'), await world.volunteer('=孙伟')]
})
type Sum = { key: string; measured: number; supplemented: number; minutes: number }
type Totals = { all: Sum; people: Sum[]; teams: Sum[]; months: Sum[]; classes: Sum[] }
const totals = async () => (await ask(admin, 'GET', '/api/hours-ledger/totals')) as unknown as Totals
const text = async (path: string) => {
  const { bytes, status } = await ask(admin, 'GET', path)
  expect(status).toBe(200)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes as Uint8Array)
}
const why = `reason=${encodeURIComponent('月度核对')}`

const step = fc.oneof(
  fc.record({ do: fc.constant('serve' as const), out: fc.integer({ min: 1, max: 59 }) }),
  fc.record({ do: fc.constant('correct' as const), to: fc.integer({ min: 0, max: 120 }), agree: fc.boolean() }),
  fc.record({ do: fc.constant('backfill' as const), agree: fc.boolean() }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
let day = 0
const nextDay = () => {
  day++
  return `2026-${String(7 + Math.floor(day / 28)).padStart(2, '0')}-${String(1 + (day % 28)).padStart(2, '0')}`
}

async function fix(id: string | undefined, to: number, agree: boolean) {
  if (!id) return
  const asked = await correct(admin, id, to)
  if (asked.state === 'proposed') await move(second, asked.id, agree ? 'approve' : 'refuse', { note: '核对过' })
}

async function play(one: Step, signUps: string[]) {
  if (one.do === 'correct') return fix(signUps.at(-1), one.to, one.agree)
  const on = nextDay()
  if (one.do === 'serve') {
    const { ids } = await served(on, people, `10:${String(one.out).padStart(2, '0')}`)
    signUps.push(...ids)
    return
  }
  const { shiftId, ids } = await aShift(on, people.slice(0, 1))
  world.at(at('11:30', on))
  await world.wake()
  const asked = await backfill(ids[0], shiftId, on)
  await move(second, asked.id, one.agree ? 'approve' : 'refuse', { note: '核对过' })
  if (one.agree) signUps.push(ids[0])
}

test('after any sequence of grants, corrections and back-fills every total equals the ledger and the chain holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
      const signUps: string[] = []
      for (const one of steps) await play(one, signUps)
      await world.wake()
      const { all, ...by } = await totals()
      const [real] = await rows<{ n: number }>(sql`select coalesce(sum(minutes), 0)::int as n from hours_ledger`)
      expect(all.minutes).toBe(real?.n)
      for (const group of [by.people, by.teams, by.months, by.classes]) {
        expect(group.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(all.minutes)
        expect(group.reduce((sum, { measured }) => sum + measured, 0)).toBe(all.measured)
      }
      const bad = sql`select r.id from service_records r join hours_ledger l on l.record_id = r.id group by r.id
        having sum(l.minutes) < 0 or sum(l.minutes) > 120`
      expect(await rows(bad)).toEqual([])
      expect(await ask(admin, 'GET', '/api/hours-ledger/verification')).toMatchObject({ broken: null })
    }),
    { numRuns: 6 },
  )
}, 120_000)

test('a team that goes leaves every total where it was', async () => {
  const before = await totals()
  await world.db.execute(sql`update activities set state = 'archived'`)
  await world.db.execute(
    sql`insert into teams (id, name, parent_id, kind) values ('other', '另一支队伍', null, 'squad')`,
  )
  await world.db.execute(sql`update activities set team_id = 'other'`)
  const { teams, people: sums } = await totals()
  expect({ teams, people: sums }).toEqual({ teams: before.teams, people: before.people })
})

/** Each transaction of the journal with the sum of its postings, which must be nothing. */
const balances = (journal: string) =>
  journal
    .split('\n\n')
    .filter((block) => /^\d{4}-/.test(block))
    .map((block) => [...block.matchAll(/ {2}(-?\d+) MIN$/gm)].reduce((sum, [, minutes]) => sum + Number(minutes), 0))

test('the journal has a balanced entry a row, names every account first, and hledger accepts it', async () => {
  const journal = await text(`/api/hours-ledger/journal?${why}`)
  const [count] = await rows<{ n: number }>(sql`select count(*)::int as n from hours_ledger`)
  expect(balances(journal)).toEqual(Array.from({ length: count?.n ?? 0 }, () => 0))
  const declared = new Set([...journal.matchAll(/^account (.+)$/gm)].map(([, name]) => name))
  for (const [, name] of journal.matchAll(/^ {4}(\S+) {2}/gm)) expect(declared).toContain(name)
  const checked = spawnSync('hledger', ['check', '--strict', '-f', '-'], {
    input: journal,
    encoding: 'utf8',
    env: UTF8,
  })
  if (checked.error === undefined) expect(checked.stderr).toBe('')
  const totalled = spawnSync('hledger', ['balance', 'assets', '-f', '-', '-N', '--depth', '1'], {
    input: journal,
    encoding: 'utf8',
    env: UTF8,
  })
  if (totalled.error === undefined)
    expect(Number.parseInt(totalled.stdout.trim(), 10)).toBe((await totals()).all.minutes)
})
const UTF8 = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }

test('the record fields go out as CSV without a formula in them, each hour with its class, and the purpose is on record', async () => {
  const csv = await text(`/api/service-records/export?${why}`)
  const lines = csv.trim().split('\r\n')
  const [count] = await rows<{ n: number }>(sql`select count(*)::int as n from service_records`)
  expect(lines).toHaveLength(1 + (count?.n ?? 0))
  expect(lines[0]).toContain('"时长类别"')
  expect(csv).toContain(`"'=孙伟"`)
  expect(await ask(admin, 'GET', '/api/service-records/export?reason=x')).toMatchObject({ refused: 'malformed' })
  const { items } = await ask(admin, 'GET', '/api/hours-exports')
  const said = { reason: '月度核对', byName: '管理员甲' }
  expect(items).toHaveLength(2)
  for (const kind of ['records', 'journal']) expect(items).toContainEqual(expect.objectContaining({ ...said, kind }))
})

test('a row changed behind the house’s back is named', async () => {
  await world.db.execute(sql`alter table hours_ledger disable trigger hours_ledger_append_only`)
  await world.db.execute(sql`update hours_ledger set minutes = minutes + 1 where seq = 2`)
  expect(await ask(admin, 'GET', '/api/hours-ledger/verification')).toMatchObject({ broken: { seq: 2 } })
})
