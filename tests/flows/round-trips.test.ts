import { expect, test } from 'vitest'
import type { AnyEndpoint } from '../../shared/kit/endpoint'
import { ROLES, type Role } from '../../shared/people/roles'
import { ENDPOINTS } from '../../shared/registry'
import { openCounty, PLACE, UNIT } from '../cases/world'
import { freshPglite } from '../kit/fresh'
import type { Person } from '../kit/house'
import { sampleOf } from '../kit/samples'

/**
 * How often a request goes to the database. The door costs one trip at most: who it is, or now and then
 * the count of an address; a write costs both. Behind it a
 * read may ask once; a decision may look once and then decides in one statement. Whatever needs more stands here with its reason: statements,
 * then how many of them wait for one another.
 */
type Allowed = readonly [statements: number, inTurn: number, why: string]
const AT_ONCE = 'parts that know nothing of one another, asked at once'
const LOOKS = 'what the asker may see decides what is read next'
const NOTED = 'a file that leaves the house is noted before it goes'

// biome-ignore format: a table reads by its columns
const READS: Readonly<Record<string, Allowed>> = {
  GetMe:               [2, 2, 'the person, then the roles by name'],
  GetSecondFactor:     [3, 1, AT_ONCE],
  GetPrivacy:          [2, 1, AT_ONCE],
  ExportMyData:        [50, 50, 'everything the house knows of one person, table by table; at most a few times a year'],
  GetAuditChain:       [3, 1, AT_ONCE],
  ListNotices:         [2, 1, AT_ONCE],
  GetOutbox:           [2, 1, AT_ONCE],
  GetCounty:           [2, 1, AT_ONCE],
  GetMap:              [2, 1, AT_ONCE],
  ResolvePlace:        [4, 2, 'the grids and roads around, then the chain of the grid that was hit'],
  GetGrid:             [3, 2, LOOKS],
  GetDutyHistory:      [2, 2, LOOKS],
  ListCases:           [2, 1, AT_ONCE],
  GetMyConsents:       [2, 1, AT_ONCE],
  ListConsentTexts:    [2, 1, AT_ONCE],
  GetVolunteeringRules:[3, 1, AT_ONCE],
  ListCallBacks:       [2, 2, 'the months that are closed, then what was drawn of the one that is asked'],
  GetCase:             [7, 2, 'the case as the asker may see it, then its parts at once'],
  GetMyCase:           [2, 2, LOOKS],
  ExportCases:         [4, 4, NOTED],
  ListSimilarToCase:   [3, 3, LOOKS],
  ListSupervisions:    [4, 1, AT_ONCE],
  ListCaseSupervisions:[3, 2, LOOKS],
  GetRates:            [2, 1, AT_ONCE],
  ListSpots:           [2, 1, AT_ONCE],
  ListOutsideLinks:    [2, 2, LOOKS],
  ListHolds:           [2, 1, AT_ONCE],
  ListCasePhotos:      [3, 3, LOOKS],
  GetWorkYear:         [2, 1, AT_ONCE],
  GetWorkYearTable:    [3, 2, NOTED],
  ListCategoryRules:   [2, 1, AT_ONCE],
  ListCaseReports:     [3, 2, LOOKS],
  ListCaseAnswers:     [2, 2, LOOKS],
  GetMyRewards:        [4, 1, AT_ONCE],
  ListRewards:         [2, 1, AT_ONCE],
  ListRewardRules:     [2, 1, AT_ONCE],
  ListMySignUps:       [2, 2, LOOKS],
  GetMyHours:          [6, 2, 'the parts at once, then the journal of the page that is shown'],
  ListMyConsents:      [2, 2, LOOKS],
  ListTeams:           [2, 1, AT_ONCE],
  ListMySkills:        [2, 1, AT_ONCE],
  ListOrderKinds:      [2, 1, AT_ONCE],
  ListOrderKindSettings: [2, 1, AT_ONCE],
  ListOrders:          [2, 2, LOOKS],
  ListCaseOrders:      [2, 2, LOOKS],
  GetMyPoints:         [5, 1, AT_ONCE],
  ListMyCertificates:  [2, 1, AT_ONCE],
  ListCertificates:    [2, 1, AT_ONCE],
  ListHoursRequests:   [2, 1, AT_ONCE],
  ExportHoursJournal:  [4, 4, NOTED],
  ExportServiceRecords:[4, 4, NOTED],
  GetMyStars:          [3, 1, AT_ONCE],
  ListServiceReports:  [2, 2, LOOKS],
}

/** Statements up to the decision, the decision among them; what the answer shows is read afterwards. */
// biome-ignore format: a table reads by its columns
const DECISIONS: Readonly<Record<string, Allowed>> = {
  report:   [12, 5, 'the day’s count, category, place, calendar and questions at once; the check of the words has a journal of its own'],
  dispatch: [4, 4, 'the unit, its calendar and its limit are looked up before the deadline is set'],
}

const { db, client } = await freshPglite()
const county = await openCounty({ db })
const { ask, person, cast, photo } = county
const closed = await county.caseAt('closed')
const scope = (role: Role) => (role === 'handler' ? { unitId: UNIT } : {})
const everybody = Object.fromEntries(
  await Promise.all(
    ROLES.map(async (role) => [role, await person(role, role === 'citizen' ? [] : [[role, scope(role)]])] as const),
  ),
) as Record<Role, Person>

/** Each statement, and whether others were under way when it was sent. */
const asked: { text: string; isInTurn: boolean }[] = []
let flying = 0
const query = client.query.bind(client)
client.query = ((text: string, ...more: []) => {
  asked.push({ text, isInTurn: flying++ === 0 })
  return query(text, ...more).finally(() => flying--)
}) as typeof client.query
const inTurn = (all: typeof asked) => all.filter((one) => one.isInTurn).length

const allowed = (e: AnyEndpoint) => {
  if (e.who === 'anyone') return null
  if (Array.isArray(e.who)) return everybody[e.who[0] as Role]
  return e.path.startsWith('/api/my-cases/') ? cast.lin : everybody.citizen
}
const idFor = ({ path }: AnyEndpoint) =>
  /^\/api\/(public\/|my-)?cases/.test(path) ? closed : /grids/.test(path) ? 'WG09' : 'nothing-here'

const pathFor = (name: string, e: AnyEndpoint) => {
  const asks = { ...(sampleOf(e.body) as object), ...(name === 'ResolvePlace' ? PLACE : {}) }
  const query = new URLSearchParams(Object.entries(asks).map(([field, value]) => [field, String(value)]))
  return `${e.path.replace(':id', idFor(e)).replace(/:\w+/g, 'full')}?${query}`
}

/** Who it is, or the count of an address: anonymous reads are counted by the batch. */
const DOOR = /"sessions"|"rate_windows"/

test('a read asks once behind the door, or stands in the list with its reason', async () => {
  const seen: Record<string, readonly [number, number]> = {}
  for (const [name, e] of Object.entries(ENDPOINTS)) {
    if (e.verb !== 'GET') continue
    asked.length = 0
    const { status } = await ask(allowed(e), 'GET', pathFor(name, e))
    const behind = DOOR.test(asked[0]?.text ?? '') ? asked.slice(1) : asked
    if (status === 200) seen[name] = [behind.length, inTurn(behind)]
  }
  process.stdout.write(`${tableOf(seen)}\n`)
  expect(Object.keys(seen).length).toBeGreaterThan(80)
  for (const [name, [statements, turns]] of Object.entries(seen)) {
    const [most, mostInTurn] = READS[name] ?? [1, 1]
    expect(statements, `${name}: statements`).toBeLessThanOrEqual(most)
    expect(turns, `${name}: one after another`).toBeLessThanOrEqual(mostInTurn)
  }
  // A reason that is no longer needed goes.
  const idle = Object.keys(READS).filter((name) => (seen[name]?.[0] ?? 0) < 2)
  expect(idle).toEqual([])
})

/** 1: 38 ListX …; 2 (1): 20 …: how many reads ask so often, and in so many turns. */
function tableOf(seen: Readonly<Record<string, readonly [number, number]>>) {
  const groups = new Map<string, string[]>()
  for (const [name, [statements, turns]] of Object.entries(seen)) {
    const group = `${statements} statements, ${turns} in turn`
    groups.set(group, [...(groups.get(group) ?? []), name])
  }
  return [...groups].map(([group, names]) => `${group}: ${names.length} (${names.join(' ')})`).join('\n')
}

test('a decision looks once and decides in one statement, which carries the key; what needs more stands in the list', async () => {
  const told: string[] = []
  const decide = async (what: string, as: Person, path: string, body: object) => {
    asked.length = 0
    const answer = await ask(as, 'POST', path, { key: crypto.randomUUID(), ...body })
    expect(answer.status, `${what}: ${answer.zh}`).toBe(200)
    // Who it is and the count of the minute come first.
    const behind = asked.slice(2)
    const keyed = behind.filter(({ text }) => /insert into "sends"/.test(text))
    expect(keyed, what).toHaveLength(1)
    const at = behind.findIndex(({ text }) => text === keyed[0]?.text)
    const [until, after] = [behind.slice(0, at + 1), behind.slice(at + 1)]
    told.push(`${what}: ${until.length} to decide (${inTurn(until)} in turn), ${after.length} to answer`)
    const [most, mostInTurn] = DECISIONS[what] ?? [2, 2]
    expect(until.length, what).toBeLessThanOrEqual(most)
    expect(inTurn(until), what).toBeLessThanOrEqual(mostInTurn)
    // Nothing is written once it is decided.
    expect(
      after.filter(({ text }) => /insert into|update "|delete from/.test(text)),
      what,
    ).toEqual([])
    return answer
  }
  const photos = async (as: Person) => [await photo(as)]
  const report = { position: { ...PLACE, accuracyM: 8 }, categoryCode: 'D1', words: '井盖塌了半边' }
  const { id } = await decide('report', cast.lin, '/api/reports', { ...report, photos: await photos(cast.lin) })
  await decide('join', cast.zhou, `/api/cases/${id}/joins`, {})
  const move = (as: Person, name: string, more: object = {}) =>
    decide(name, as, `/api/cases/${id}/transitions`, { move: name, ...more })
  await move(cast.reviewer, 'file', { conditions: ['属于本县职责范围'], isPublic: true })
  await move(cast.reviewer, 'dispatch', { unitId: UNIT })
  await move(cast.handler, 'sign')
  await move(cast.handler, 'handle', { note: '已更换井盖', photos: await photos(cast.handler) })
  await move(cast.verifier, 'close', { conditions: ['设施完好'], photos: await photos(cast.verifier) })
  await decide('rate', cast.lin, `/api/my-cases/${id}/ratings`, { score: 5, tags: ['处理得快'] })
  await decide('volunteer', cast.lin, '/api/volunteers', { displayName: '林晓岚', ageBand: 'adult' })
  process.stdout.write(`${told.join('\n')}\n`)
})
