import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { sweepEscalations } from '../../functions/cases/escalation-actions'
import { saidBy } from '../../functions/db/errors'
import { tick } from '../../functions/jobs/tick'
import { cases } from '../../schema/cases/ledger'
import { supervisionEvents, supervisionNumbers, supervisions } from '../../schema/cases/supervision'
import { roleGrants } from '../../schema/people'
import {
  decideIssue,
  decideSupervision,
  openSupervisionMoves,
  SUPERVISION_MOVES,
  SUPERVISION_STATES,
  SUPERVISION_TRANSITIONS,
  type SupervisionNow,
} from '../../shared/cases/supervision'
import { isRefusal } from '../../shared/kit/refusal'
import { addMinutes } from '../../shared/kit/time'
import { type Actor, ROLES, type Role } from '../../shared/people/roles'
import { CALENDAR } from '../kit/calendar'
import { freshPostgres } from '../kit/databases'
import type { Person } from '../kit/house'
import { openCounty, UNIT } from './world'

const AT = new Date('2026-06-15T02:00:00Z')
const given = { at: AT, calendar: CALENDAR }
const entry = (more: Partial<SupervisionNow> = {}): SupervisionNow => ({
  ...{ id: 's1', state: 'issued', version: 0, colour: 'yellow', level: 'county', unitId: 'u1', gridId: 'g1' },
  ...{ caseState: 'closed', listedAt: null, dueAt: AT, proposedBy: null, confirmedBy: null },
  ...more,
})
const as = (role: Role, unitId: string | null = null, id = 'p1'): Actor => ({
  id,
  grants: role === 'citizen' ? [] : [{ role, unitId: role === 'handler' ? (unitId ?? 'u1') : unitId, gridId: null }],
})
const ask = (move: (typeof SUPERVISION_MOVES)[number]) => ({
  move,
  note: '说明',
  photos: ['f1'],
  level: 'town' as const,
})

/** Written out again, not taken from the code. */
const OFFICE: readonly Role[] = ['reviewer', 'area_leader', 'admin']
const MAY: Record<string, readonly Role[]> = {
  ...{ answer: ['handler'], send_back: OFFICE, list: OFFICE, propose: OFFICE, confirm: OFFICE, deny: OFFICE },
}
const everyway = SUPERVISION_STATES.flatMap((state) =>
  SUPERVISION_MOVES.flatMap((move) => ROLES.map((role) => ({ state, move, role }))),
)
test.each(everyway)('$role may $move a $state entry only where the table says so', ({ state, move, role }) => {
  const was = entry({ state, proposedBy: state === 'proposed' ? 'p9' : null })
  const answer = decideSupervision(was, as(role), ask(move), given)
  const { from, to } = SUPERVISION_TRANSITIONS[move]
  const open = openSupervisionMoves(was, as(role)).includes(move)
  expect(open).toBe(!isRefusal(answer))
  if (!MAY[move]?.includes(role)) expect(answer).toMatchObject({ refused: 'forbidden' })
  else if (!(from as readonly string[]).includes(state)) expect(answer).toMatchObject({ refused: 'wrong_state' })
  else expect(answer).toMatchObject({ changes: { state: to === 'same' ? state : to, version: 1 } })
})

test('nobody of the supervised unit supervises it, whatever else they hold', () => {
  for (const role of OFFICE)
    for (const move of SUPERVISION_MOVES.filter((one) => one !== 'answer'))
      expect(decideSupervision(entry({ state: 'proposed' }), as(role, 'u1'), ask(move), given)).toMatchObject({
        refused: 'forbidden',
      })
})

test('an entry is cancelled by another person than proposed it, and only when its case is over', () => {
  const proposed = entry({ state: 'proposed', proposedBy: 'p1' })
  expect(decideSupervision(proposed, as('admin'), ask('confirm'), given)).toMatchObject({
    refused: 'forbidden',
    zh: expect.stringContaining('两个人'),
  })
  expect(decideSupervision(proposed, as('admin', null, 'p2'), ask('confirm'), given)).toMatchObject({
    changes: { state: 'cancelled', confirmedBy: 'p2' },
  })
  const open = entry({ state: 'answered', caseState: 'processing' })
  expect(decideSupervision(open, as('admin'), ask('propose'), given)).toMatchObject({ refused: 'wrong_state' })
})

test('every need of a step is asked for by its name', () => {
  const blank = { note: '', photos: [], level: null }
  for (const move of SUPERVISION_MOVES) {
    const { needs, from, by } = SUPERVISION_TRANSITIONS[move]
    const was = entry({ state: from[0], proposedBy: 'p9' })
    const actor = as(by === 'unit' ? 'handler' : 'admin')
    for (const need of needs)
      expect(decideSupervision(was, actor, { ...ask(move), [need]: blank[need] }, given), move).toMatchObject({
        refused: 'missing',
        field: need,
      })
  }
})

test('the answer is due in work time: one day for red, two for yellow, three for blue; a sent back one anew', () => {
  const of = { id: 'c1', state: 'processing', cycle: 1, unitId: 'u1', gridId: 'g1' } as const
  // Monday 10:00 in Shanghai.
  const days = (['red', 'yellow', 'blue'] as const).map((colour) => {
    const made = decideIssue(of, as('admin'), { colour, level: 'county', isListed: false, note: '请办' }, given)
    return isRefusal(made) ? made : made.dueAt.toISOString()
  })
  expect(days).toEqual(['2026-06-16T02:00:00.000Z', '2026-06-17T02:00:00.000Z', '2026-06-18T02:00:00.000Z'])
  const back = decideSupervision(entry({ state: 'answered' }), as('admin'), ask('send_back'), given)
  expect(back).toMatchObject({ changes: { state: 'issued', dueAt: new Date('2026-06-17T02:00:00Z') } })
})

const county = await openCounty()
const { cast, db, deps, caseAt, photo, move } = county
const START = county.now()

const issue = (who: Person, caseId: string, more: object = {}) =>
  county.ask(who, 'POST', `/api/cases/${caseId}/supervisions`, {
    key: county.key(),
    colour: 'yellow',
    note: '请三天内整改',
    ...more,
  })
const step = (who: Person, id: unknown, name: string, more: object = {}) =>
  county.ask(who, 'POST', `/api/supervisions/${id}/transitions`, { key: county.key(), move: name, ...more })
const proof = async (who: Person) => ({ note: '已整改', photos: [await photo(who)] })
const serials = async () => (await db.select({ serial: supervisions.serial }).from(supervisions)).map((r) => r.serial)
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)
const inOrder = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)

/** An issued entry whose case is closed, answered by its unit. */
async function answered() {
  const caseId = await caseAt('handled')
  const { id } = await issue(cast.admin, caseId)
  const closing = { conditions: ['设施完好'], photos: [await photo(cast.verifier)] }
  expect(await move(cast.verifier, caseId, 'close', closing)).toMatchObject({ status: 200 })
  expect(await step(cast.handler, id, 'answer', await proof(cast.handler))).toMatchObject({ status: 200 })
  return String(id)
}

test('an entry goes from 督办 through 挂牌, answer and 提请 to 销号 by two people, and its story says so', async () => {
  const caseId = await caseAt('processing')
  const made = await issue(cast.reviewer, caseId, { colour: 'blue' })
  expect(made).toMatchObject({ status: 200, state: 'issued', number: expect.stringMatching(/^督〔2026〕\d+号$/) })
  expect(made.moves).toEqual(['list'])
  expect(await step(cast.leader, made.id, 'list', { note: '群众反映强烈', level: 'county' })).toMatchObject({
    status: 200,
    state: 'issued',
    listedAt: START.toISOString(),
  })
  const answer = await step(cast.handler, made.id, 'answer', await proof(cast.handler))
  expect(answer).toMatchObject({ status: 200, state: 'answered', leftMinutes: null })
  expect(await step(cast.admin, made.id, 'propose', await proof(cast.admin))).toMatchObject({ status: 409 })
  await move(cast.handler, caseId, 'handle', await proof(cast.handler))
  await move(cast.verifier, caseId, 'close', { conditions: ['设施完好'], photos: [await photo(cast.verifier)] })
  expect(await step(cast.admin, made.id, 'propose', await proof(cast.admin))).toMatchObject({ state: 'proposed' })
  expect(await step(cast.admin, made.id, 'confirm')).toMatchObject({ status: 403 })
  const done = await step(cast.reviewer2, made.id, 'confirm')
  expect(done).toMatchObject({ status: 200, state: 'cancelled', moves: [] })
  const events = done.events as { kind: string; byZh: string; photos: unknown[] }[]
  expect(events.map(({ kind }) => kind)).toEqual(['confirm', 'propose', 'answer', 'list', 'issue'])
  expect(events[2]?.photos).toHaveLength(1)
  expect(JSON.stringify(events)).not.toContain('陈工')
})

test('one colour a case and cycle; another unit and another grid do not even see the entry', async () => {
  const caseId = await caseAt('processing')
  const { id } = await issue(cast.admin, caseId)
  expect(await issue(cast.leader, caseId)).toMatchObject({ status: 409 })
  expect(await county.ask(cast.handler, 'GET', `/api/cases/${caseId}/supervisions`)).toMatchObject({ colours: [] })
  expect(await county.ask(cast.admin, 'GET', `/api/cases/${caseId}/supervisions`)).toMatchObject({
    colours: ['blue', 'red'],
    items: [{ id }],
  })
  for (const who of [cast.otherHandler, cast.farReviewer]) {
    expect(await county.ask(who, 'GET', `/api/supervisions/${id}`)).toMatchObject({ status: 404 })
    expect(await step(who, id, 'list', { note: 'x', level: 'town' })).toMatchObject({ status: 404 })
  }
  expect(await issue(cast.handler, caseId, { colour: 'red' })).toMatchObject({ status: 403 })
})

test('the same send twice moves once; a moved on entry is shown, not overwritten', async () => {
  const caseId = await caseAt('processing')
  const body = { key: county.key(), colour: 'blue', note: '请办' }
  const path = `/api/cases/${caseId}/supervisions`
  const [a, b] = [await county.ask(cast.admin, 'POST', path, body), await county.ask(cast.admin, 'POST', path, body)]
  expect(b).toMatchObject({ status: 200, id: a.id, number: a.number })
  expect(await step(cast.handler, a.id, 'answer', { ...(await proof(cast.handler)), version: 7 })).toMatchObject({
    status: 409,
  })
  const both = await Promise.all([
    step(cast.handler, a.id, 'answer', await proof(cast.handler)),
    step(cast.handler, a.id, 'answer', await proof(cast.handler)),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
})

describe('the database itself refuses', () => {
  const broken = async (work: PromiseLike<unknown>) => {
    try {
      await work
      return 'nothing refused'
    } catch (err) {
      return saidBy(err)?.constraint ?? saidBy(err)?.code
    }
  }
  const set = (id: string, values: Partial<typeof supervisions.$inferInsert>) =>
    broken(db.update(supervisions).set(values).where(eq(supervisions.id, id)))

  test('a member of the supervised unit who proposes or confirms, and one person who does both', async () => {
    const id = await answered()
    expect(await set(id, { state: 'proposed', proposedBy: cast.handler.id })).toBe('supervisions_not_own_unit')
    expect(await set(id, { state: 'proposed', proposedBy: cast.ownVerifier.id })).toBe('supervisions_not_own_unit')
    const both = { state: 'cancelled', proposedBy: cast.admin.id } as const
    expect(await set(id, { ...both, confirmedBy: cast.handler.id })).toBe('supervisions_not_own_unit')
    expect(await set(id, { ...both, confirmedBy: cast.admin.id })).toBe('supervisions_two_people')
    expect(await set(id, { state: 'cancelled' })).toBe('supervisions_cancelled_by_two')
    expect(await set(id, { ...both, confirmedBy: cast.reviewer2.id })).toBe('nothing refused')
  })

  test('an office member who also works for the unit, by rule and by table', async () => {
    const two = await county.person('两边', [['reviewer'], ['handler', { unitId: UNIT }]])
    const id = await answered()
    expect(await step(two, id, 'propose', await proof(two))).toMatchObject({
      status: 403,
      zh: expect.stringContaining('本单位'),
    })
    expect(await set(id, { state: 'proposed', proposedBy: two.id })).toBe('supervisions_not_own_unit')
  })

  test('a rewritten journal, another number, and a deleted entry', async () => {
    const id = await answered()
    expect(await broken(db.update(supervisionEvents).set({ note: '改了' }))).toBe('23001')
    expect(await set(id, { serial: 999 })).toBe('supervisions_stay')
    expect(await broken(db.execute(sql`delete from supervisions`))).toBe('supervisions_stay')
  })
})

/** So many hours after a case came to its unit; a manhole has 24 on the wall clock. */
async function sweepAt(hours: number, atOnce = 1) {
  county.at(addMinutes(START, hours * 60))
  await Promise.all(Array.from({ length: atOnce }, () => sweepEscalations(deps)))
  county.at(START)
}
const redsOf = (caseId: string) =>
  db.select().from(supervisions).where(sql`${supervisions.caseId} = ${caseId} and ${supervisions.colour} = 'red'`)

test('150 % issues one red entry a case and cycle, however often and however late it is swept', async () => {
  const caseId = await caseAt('processing')
  await sweepAt(35)
  expect(await redsOf(caseId)).toEqual([])
  await sweepAt(36, 3)
  await sweepAt(50)
  const [red, ...more] = await redsOf(caseId)
  expect(more).toEqual([])
  expect(red).toMatchObject({ issuedBy: 'clock', unitId: UNIT, state: 'issued', cycle: 1 })
  await db.update(cases).set({ cycle: 2 }).where(eq(cases.id, caseId))
  await sweepAt(36, 2)
  expect((await redsOf(caseId)).map(({ cycle }) => cycle).sort()).toEqual([1, 2])
  expect(inOrder(await serials())).toEqual(upTo((await serials()).length))
})

test('a red one that the office issued by hand is not doubled by the clock', async () => {
  const caseId = await caseAt('processing')
  await issue(cast.admin, caseId, { colour: 'red' })
  await sweepAt(40, 2)
  expect(await redsOf(caseId)).toHaveLength(1)
})

test('unit and leader read of a 督办单 once, however often the house ticks; whoever did it does not', async () => {
  const caseId = await caseAt('processing')
  const { number } = await issue(cast.leader, caseId, { colour: 'blue' })
  const told = async (who: Person) =>
    ((await county.ask(who, 'GET', '/api/notices?size=100')).items as { title: string; text: string }[]).filter(
      ({ title, text }) => title === '督办单' && text.startsWith(`${number}：`),
    ).length
  for (let i = 0; i < 3; i++) await tick(deps)
  expect([await told(cast.handler), await told(cast.leader), await told(cast.otherHandler)]).toEqual([1, 0, 0])
})

test('the third red of a quarter drafts a 约谈 for that unit, and the ledger filters and counts', async () => {
  const list = (who: Person, query = '') => county.ask(who, 'GET', `/api/supervisions?size=100${query}`)
  for (let i = 0; i < 3; i++) await issue(cast.admin, await caseAt('processing'), { colour: 'red', isListed: true })
  const all = await list(cast.admin)
  expect(all.talks).toMatchObject([{ unitId: UNIT, quarterZh: '2026年第2季度', reds: expect.any(Number) }])
  const reds = (await list(cast.admin, '&colour=red')).items as { colour: string; listedAt: string | null }[]
  expect(new Set(reds.map(({ colour }) => colour))).toEqual(new Set(['red']))
  const counts = all.counts as Record<string, number>
  expect((await list(cast.admin, '&state=cancelled')).items).toHaveLength(counts.cancelled ?? 0)
  expect(Object.values(counts).reduce((a, b) => a + b)).toBe((all.items as unknown[]).length)
  expect(await list(cast.otherHandler)).toMatchObject({ items: [], talks: [] })
  county.at('2026-07-01T02:00:00Z')
  const next = await county.person('下季度', [['admin']])
  expect((await list(next)).talks).toEqual([])
  county.at(START)
})

test('whoever left the unit may cancel again: only a running grant counts', async () => {
  const left = await county.person('调走', [['reviewer'], ['handler', { unitId: UNIT }]])
  const id = await answered()
  const gone = sql`${roleGrants.personId} = ${left.id} and ${roleGrants.role} = 'handler'`
  await db.update(roleGrants).set({ endedAt: START }).where(gone)
  expect(await step(left, id, 'propose', await proof(left))).toMatchObject({ status: 200 })
})

const real = await freshPostgres()
afterAll(() => real?.close())
const parallel = real ? await openCounty({ db: real.db }) : county

test('numbers have no gap, whatever is issued at once and whatever is refused', async () => {
  const { reviewer, admin } = parallel.cast
  const plan = fc.record({ made: fc.integer({ min: 1, max: 4 }), twice: fc.integer({ min: 1, max: 4 }) })
  await fc.assert(
    fc.asyncProperty(plan, async ({ made, twice }) => {
      const ids = await Promise.all(upTo(made).map(() => parallel.caseAt('dispatched')))
      const sends = ids.flatMap((id) => upTo(twice).map((n) => [n % 2 ? admin : reviewer, id] as const))
      const answers = await Promise.all(
        sends.map(([who, id]) =>
          parallel.ask(who, 'POST', `/api/cases/${id}/supervisions`, {
            ...{ key: parallel.key(), colour: 'blue', note: '请办' },
          }),
        ),
      )
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(made)
      expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true)
    }),
    { numRuns: 5 },
  )
  const rows = await parallel.db.select({ serial: supervisions.serial }).from(supervisions)
  expect(inOrder(rows.map(({ serial }) => serial))).toEqual(upTo(rows.length))
  expect(await parallel.db.select().from(supervisionNumbers)).toEqual([{ year: 2026, last: rows.length }])
}, 120_000)
