import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { teams } from '../../schema/volunteering/activities'
import { teamMembers } from '../../schema/volunteering/teams'
import { ORDER_ENDS, type OrderMove, type OrderState } from '../../shared/volunteering/orders/moves'
import type { Person } from '../kit/house'
import { checkNever, type Never, type Replay, type Step, stepsOf, wake } from './model-kit'
import type { openWorld } from './world'

/** The model remembers how orders ended: that is for ever. */
export type Ended = { readonly ended: Map<string, string> }
export type OrderHouse = Awaited<ReturnType<typeof stage>>
export type OrderStep = Step<Ended, OrderHouse>

/** A dispatcher, an office, a reviewer, two who lead the branch and one who asks; a lead asks for things as well. */
export async function stage(world: Awaited<ReturnType<typeof openWorld>>) {
  const centre = crypto.randomUUID()
  await world.db.insert(teams).values({ id: centre, name: '县文明实践中心', kind: 'centre', parentId: null })
  const lead = await world.volunteer('陆队长')
  const other = await world.volunteer('副队长')
  for (const { id: personId } of [lead, other])
    await world.db.insert(teamMembers).values({
      ...{ id: crypto.randomUUID(), teamId: world.teamId, personId, role: 'lead', state: 'active' },
      ...{ isPrimary: false, words: '', askedAt: world.now(), since: world.now() },
    })
  const lin = await world.person('林晓岚')
  const dispatcher = await world.person('派遣员', [['dispatcher']])
  const admin = await world.person('管理员', [['admin']])
  const reviewer = await world.person('审核员', [['reviewer']])
  const people: Person[] = [dispatcher, admin, lead, other, lin, reviewer]
  return {
    ...{ world, people, dispatcher, admin, reviewer, lead, lin, branch: world.teamId, centre },
    orders: [] as string[],
    last: null as Replay,
  }
}

/** The clock moves on, and everybody is still there. */
export async function turn(house: OrderHouse, hours: number) {
  house.world.at(new Date(house.world.now().getTime() + hours * 3_600_000))
  await wake(house, house.people)
}

export type Seen = {
  readonly state: OrderState
  readonly moves: readonly OrderMove[]
  readonly activity: { readonly id: string; readonly isPublished: boolean; readonly isCancelled: boolean } | null
  readonly teamId: string | null
  readonly redispatchesLeft: number
}
export const look = async ({ world }: OrderHouse, as: Person, id: string) =>
  (await world.ask(as, 'GET', `/api/service-orders/${id}`)) as unknown as Seen & { status: number }

const never = (orders: readonly string[]): Never => [
  [
    'a step that is not in the journal, or one that is twice',
    sql`select o.id from service_orders o join service_order_events e on e.order_id = o.id where o.id in ${orders}
      group by o.id having count(*) <> o.version + 1 or max(e.version) <> o.version`,
  ],
  [
    '19 an order served by whoever asked for it',
    sql`select e.id from service_order_events e join service_orders o on o.id = e.order_id
      where o.id in ${orders} and e.by = o.person_id and e.move in ('take', 'claim', 'link', 'serve')`,
  ],
  [
    'a rating by somebody else, or of a round that was not served',
    sql`select r.order_id from service_order_ratings r join service_orders o on o.id = r.order_id
      where o.id in ${orders} and (r.person_id <> o.person_id or not exists (select 1 from service_order_events e
        where e.order_id = o.id and e.cycle = r.cycle and e.move = 'serve'))`,
  ],
  [
    'an order sent round more than four times in a round without coming to the centre',
    sql`select e.order_id from service_order_events e left join teams t on t.id = e.team_id
      where e.order_id in ${orders} and e.move in ('dispatch', 'pool') and t.kind is distinct from 'centre'
      group by e.order_id, e.cycle having count(*) > 4`,
  ],
  [
    'a service without a photo',
    sql`select e.id from service_order_events e where e.order_id in ${orders} and e.move = 'serve'
      and not exists (select 1 from service_order_photos p where p.event_id = e.id)`,
  ],
]

async function checkOrders({ world, orders }: OrderHouse, { ended }: Ended) {
  if (orders.length === 0) return
  await checkNever(world.rows, never(orders))
  const now = await world.rows<{ id: string; state: OrderState; version: number }>(
    sql`select id, state, version from service_orders where id in ${orders}`,
  )
  for (const { id, state, version } of now) {
    const is = `${state} ${version}`
    expect(ended.get(id) ?? is, '25 what is over stays over').toBe(is)
    if (ORDER_ENDS.includes(state)) ended.set(id, is)
  }
}

export const step = stepsOf<Ended, OrderHouse>(checkOrders)
