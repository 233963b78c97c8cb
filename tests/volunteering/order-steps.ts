import fc from 'fast-check'
import { expect } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import { ORDER_ENDS, ORDER_MOVES, type OrderMove, type OrderState } from '../../shared/volunteering/orders/moves'
import type { Person } from '../kit/house'
import { aPhoto, uploadPhoto } from '../kit/photos'
import { again, send, type Weighted } from './model-kit'
import { look, type OrderHouse, type OrderStep, type Seen, step, turn } from './order-stage'

const ORDER = { kind: 'elderly', words: '帮老人修水龙头', placeZh: '滨江小区 3 栋', contact: { phone: '13800000000' } }
const anybody = fc.nat(5)
const die = fc.nat(29)
const inHours = ({ world }: OrderHouse, hours: number) =>
  new Date(world.now().getTime() + hours * 3_600_000).toISOString()

async function submit(house: OrderHouse, as: Person) {
  const made = await send(house, as, '/api/service-orders', { ...ORDER, position: { lng: 107.766, lat: 32.983 } })
  if (made.status === 200) house.orders.push(String(made.id))
}

const small = (house: OrderHouse) => ({
  ...{ title: '上门修水', startsAt: inHours(house, 2), endsAt: inHours(house, 4), capacity: 2 },
  ...{ leaderNumber: house.lead.number, contactZh: '陆队长 13900000000', riskZh: '注意用电' },
})
/** What each move asks for, all of it given. */
async function given(house: OrderHouse, as: Person, move: OrderMove, n: number, isLast = false) {
  const photos = move === 'serve' ? [String((await uploadPhoto(house.world, as, await aPhoto())).id)] : []
  return {
    ...{ move, note: '说明', photos, agreedAt: ['take', 'claim'].includes(move) ? inHours(house, 3) : null },
    teamId: ['dispatch', 'claim'].includes(move) ? (isLast || n % 4 === 0 ? house.centre : house.branch) : null,
    masterId: move === 'merge' ? (house.orders[n % house.orders.length] ?? null) : null,
    small: move === 'link' ? small(house) : null,
    stars: move === 'rate' ? 1 + (n % 5) : null,
  }
}
const moveOrder = async (house: OrderHouse, as: Person, id: string, move: OrderMove, n = 0, isLast = false) =>
  send(house, as, `/api/service-orders/${id}/transitions`, await given(house, as, move, n, isLast))

const pick = <T>(all: readonly T[], n: number) => all[n % Math.max(1, all.length)]

/** A button that is shown works, whoever it is shown to: what is refused then is what was typed, never who or when. */
const press = fc.tuple(anybody, die, die).map(([p, o, n]) =>
  step(`${p} presses a button of ${o}: ${n}`, async (house) => {
    const [as, id] = [house.people[p] ?? house.lin, pick(house.orders, o)]
    const { moves = [], redispatchesLeft } = id ? await look(house, as, id) : { moves: [], redispatchesLeft: 0 }
    const move = pick(moves, n)
    if (!id || !move) return
    const { refused } = await moveOrder(house, as, id, move, n, redispatchesLeft === 0)
    expect(['forbidden', 'wrong_state'], `${move}: ${refused}`).not.toContain(refused)
  }),
)

const attempt = fc.tuple(anybody, die, fc.constantFrom(...ORDER_MOVES)).map(([p, o, move]) =>
  step(`${p} tries to ${move} ${o}`, async (house) => {
    const [as, id] = [house.people[p] ?? house.lin, pick(house.orders, o)]
    if (id) await moveOrder(house, as, id, move, o)
  }),
)

const decideActivity = (house: OrderHouse, by: Person, { activity }: Pick<Seen, 'activity'>, move: string) =>
  activity && send(house, by, `/api/activities/${activity.id}/transitions`, { move, note: '暴雨' })

const onActivity = fc.tuple(die, fc.constantFrom('publish', 'publish', 'publish', 'cancel')).map(([o, move]) =>
  step(`the activity of ${o}: ${move}`, async (house) => {
    const id = pick(house.orders, o)
    if (!id) return
    await decideActivity(
      house,
      move === 'publish' ? house.reviewer : house.admin,
      await look(house, house.admin, id),
      move,
    )
  }),
)

const time = fc.constantFrom(1, 3, 3, 25, 25, 8 * 24).map((hours) =>
  step(`${hours} hours pass`, async (house) => {
    await turn(house, hours)
    await tick(house.world.deps)
  }),
)

export const STEPS: Weighted<OrderStep> = [
  { weight: 6, arbitrary: fc.boolean().map((own) => step('an order', (h) => submit(h, own ? h.lead : h.lin))) },
  { weight: 26, arbitrary: press },
  { weight: 8, arbitrary: attempt },
  { weight: 6, arbitrary: onActivity },
  { weight: 6, arbitrary: time },
  { weight: 3, arbitrary: fc.constant(step('the last send comes again', again)) },
]

/** What a fair office and a fair team do next, and the clock when nobody has to. */
const FAIR: { readonly [state in OrderState]?: (house: OrderHouse, id: string, now: Seen) => Promise<unknown> } = {
  submitted: (house, id) => moveOrder(house, house.dispatcher, id, 'accept'),
  accepted: (house, id) => moveOrder(house, house.dispatcher, id, 'dispatch', 0),
  refused: (house, id) => moveOrder(house, house.dispatcher, id, 'dispatch', 0),
  pooled: async (house, id) => {
    await turn(house, 25)
    await moveOrder(house, house.dispatcher, id, 'dispatch', 0)
  },
  dispatched: (house, id) => moveOrder(house, house.admin, id, 'take'),
  taken: (house, id) => moveOrder(house, house.admin, id, 'link'),
  linked: async (house, id, now) => {
    if (now.activity?.isCancelled) return moveOrder(house, house.admin, id, 'link')
    if (!now.activity?.isPublished) await decideActivity(house, house.reviewer, now, 'publish')
    await turn(house, 3)
    return moveOrder(house, house.admin, id, 'serve')
  },
  served: async (house) => {
    await turn(house, 8 * 24)
    await tick(house.world.deps)
  },
  call_back: (house, id) => moveOrder(house, house.dispatcher, id, 'settle'),
}

/** 25: from wherever a run left it, each order ends where everybody does their part. */
export async function ended(house: OrderHouse) {
  for (const id of house.orders) {
    const seen: OrderState[] = []
    for (let i = 0; i < 12; i++) {
      const now = await look(house, house.admin, id)
      seen.push(now.state)
      if (ORDER_ENDS.includes(now.state)) break
      await FAIR[now.state]?.(house, id, now)
    }
    expect(ORDER_ENDS, `25 ${seen.join(', ')}`).toContain(seen.at(-1))
  }
}
