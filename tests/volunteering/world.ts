import { type SQL, sql } from 'drizzle-orm'
import { activities, posts, shifts, teams, volunteers } from '../../schema/volunteering/activities'
import type { Role } from '../../shared/people/roles'
import { volunteerNumber } from '../../shared/volunteering/numbers'
import type { AgeBand } from '../../shared/volunteering/volunteers'
import { openHouse, type Person, type Scope } from '../kit/house'

/** Saturday 27 June 2026, 08:00 in Shanghai. */
const MORNING = new Date('2026-06-27T00:00:00Z')
export const at = (clock: string, day = '2026-06-27') => new Date(`${day}T${clock}:00+08:00`)

type Span = {
  from: Date
  to: Date
  leader: Person
  posts?: Record<string, number>
  capMinutes?: number
  graceMinutes?: number
  admission?: 'auto' | 'approval'
}
type Given = Partial<typeof activities.$inferInsert> & { shifts: Span[] }

/** A house with a team; people who volunteer and activities to go to are one call each. */
export async function openWorld(given: Parameters<typeof openHouse>[0] = {}) {
  const house = await openHouse({ now: MORNING, ...given })
  const { db, ask, key } = house
  const teamId = crypto.randomUUID()
  await db.insert(teams).values({ id: teamId, name: '滨江社区新时代文明实践站', kind: 'station', parentId: null })
  const author = await house.person('韩立', [['admin']])

  const volunteer = async (
    name: string,
    ageBand: AgeBand = 'adult',
    more: readonly (readonly [Role, Scope?])[] = [],
  ) => {
    const person = await house.person(name, [['volunteer'], ...more])
    const number = volunteerNumber(person.id)
    await db
      .insert(volunteers)
      .values({ personId: person.id, number, displayName: name, ageBand, joinedAt: house.now() })
    return { ...person, number }
  }

  const rows = async <T>(query: SQL) => ((await db.execute(query)) as unknown as { rows: T[] }).rows

  /** A published activity; its shifts and posts in the order given. */
  const anActivity = async ({ shifts: spans, ...more }: Given) => {
    const id = crypto.randomUUID()
    const startsAt = new Date(Math.min(...spans.map(({ from }) => from.getTime())))
    const endsAt = new Date(Math.max(...spans.map(({ to }) => to.getTime())))
    await db
      .insert(activities)
      .values({ ...ACTIVITY, teamId, createdBy: author.id, startsAt, endsAt, signUpEndsAt: startsAt, ...more, id })
    const made = spans.map(
      ({ from, to, leader, posts: named = { 清捡组: 10 }, capMinutes, graceMinutes = 15, admission = 'auto' }) => {
        const shiftId = crypto.randomUUID()
        const cap = capMinutes ?? (to.getTime() - from.getTime()) / 60_000
        return {
          row: {
            id: shiftId,
            activityId: id,
            startsAt: from,
            endsAt: to,
            capMinutes: cap,
            graceMinutes,
            admission,
            leaderId: leader.id,
          },
          posts: Object.entries(named).map(([name, capacity], seq) => ({
            id: crypto.randomUUID(),
            shiftId,
            name,
            capacity,
            seq,
          })),
        }
      },
    )
    await db.insert(shifts).values(made.map(({ row }) => row))
    await db.insert(posts).values(made.flatMap((shift) => shift.posts))
    return { id, shifts: made.map(({ row, posts: made }) => ({ id: row.id, posts: made.map((post) => post.id) })) }
  }

  const signUp = (as: Person, shiftId: string, body: object = {}) =>
    ask(as, 'POST', `/api/shifts/${shiftId}/sign-ups`, { key: key(), ...body })

  /** The id of this person's newest sign-up on the shift. */
  const signUpId = async (as: Person, shiftId: string) => {
    const found = await rows<{ id: string }>(
      sql`select id from sign_ups where person_id = ${as.id} and shift_id = ${shiftId} order by created_at desc, id limit 1`,
    )
    return found[0]?.id ?? ''
  }

  const leader = await volunteer('周建国')
  /** 09:00-11:00 led by 周建国 with these people signed up a second apart, the clock at 08:50. */
  const aShift = async (day: string, people: readonly Person[]) => {
    house.at(at('08:00', day))
    const { id, shifts: made } = await anActivity({
      shifts: [{ from: at('09:00', day), to: at('11:00', day), leader }],
    })
    const shiftId = made[0]?.id ?? ''
    const ids = []
    for (const person of people) {
      house.at(new Date(house.now().getTime() + 1000))
      await signUp(person, shiftId)
      ids.push(await signUpId(person, shiftId))
    }
    house.at(at('08:50', day))
    return { activityId: id, shiftId, ids: ids as [string, ...string[]] }
  }

  const code = async (leader: Person, shiftId: string, direction: 'in' | 'out') => {
    const answer = await ask(leader, 'GET', `/api/led-shifts/${shiftId}/code?direction=${direction}`)
    return { text: String(answer.text), digits: String(answer.digits) }
  }
  const show = (as: Person, id: string, direction: 'in' | 'out', shown: string, more: object = {}) =>
    ask(as, 'POST', `/api/sign-ups/${id}/check-${direction}s`, { key: key(), code: shown, ...more })

  const lead = (as: Person, shiftId: string, what: 'ticks' | 'closings' | 'confirmations', body: object = {}) =>
    ask(as, 'POST', `/api/led-shifts/${shiftId}/${what}`, { key: key(), ...body })
  const board = (as: Person, shiftId: string) => ask(as, 'GET', `/api/led-shifts/${shiftId}`)

  return {
    ...house,
    rows,
    teamId,
    leader,
    aShift,
    author,
    volunteer,
    anActivity,
    signUp,
    signUpId,
    code,
    show,
    lead,
    board,
  }
}
const ACTIVITY = {
  title: '清洁滨江步道',
  summary: '沿步道捡拾垃圾、清理护栏小广告。',
  kind: 'greening',
  state: 'published',
  placeZh: '滨江步道东段 · 亲水平台集合',
  lng: 107.766,
  lat: 32.983,
  radiusM: 300,
  riskZh: '临水作业，请走步道内侧。',
  isRisky: false,
  insuranceNo: 'PICC-2026-0018',
  minAge: 16,
  signUpFrom: new Date('2026-06-01T00:00:00Z'),
  seriesIssue: 18,
  contactZh: '领队周师傅 0916-6212345',
  coverKey: 'river',
  createdAt: new Date('2026-06-01T00:00:00Z'),
  publishedAt: new Date('2026-06-01T00:00:00Z'),
} as const
