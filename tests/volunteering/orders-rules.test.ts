import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor } from '../../shared/people/roles'
import type { OrderAsk } from '../../shared/volunteering/orders/asks'
import { decideOrder, ORDER_CLOCK, openOrderMoves } from '../../shared/volunteering/orders/decide'
import { orderFigures } from '../../shared/volunteering/orders/figures'
import { ORDER_ENDS, ORDER_MOVES, ORDER_STATES, type OrderNow, orderMove } from '../../shared/volunteering/orders/moves'
import { ORDER_PHASE_ZH } from '../../shared/volunteering/orders/words'
import { at } from './world'

const clocks = { triage: 24, take: 24, agree: 24, rate: 168 }
const HOUR = 3_600_000
const ACTIVITY = { id: 'a', isPublished: true, isCancelled: false, startsAt: at('06:00'), leaderIds: ['l'] }
const now = (state: OrderNow['state'], more: Partial<OrderNow> = {}): OrderNow => ({
  ...{ id: 'o', state, version: 0, requesterId: 'r', teamId: 't', isAtCentre: false, dispatches: 1, cycle: 1 },
  ...{ dueAt: null, activity: ACTIVITY, ...more },
})
const asking = (move: OrderAsk['move'], clock: Date, stars = 5): OrderAsk => ({
  ...{ move, note: '原因', teamId: 't', masterId: 'm', activity: true, photos: ['p'], stars },
  agreedAt: move === 'take' || move === 'claim' ? new Date(clock.getTime() + HOUR) : null,
})
const given = (clock: Date, led: readonly string[], isCentre = false) => ({
  ...{ at: clock, clocks, led, team: { isCentre, isClosed: false }, master: { id: 'm', state: 'accepted' as const } },
})
const actors: Record<string, { actor: Actor; led: string[] }> = {
  dispatcher: { actor: { id: 'd', grants: [{ role: 'dispatcher', unitId: null, gridId: null }] }, led: [] },
  team: { actor: { id: 'x', grants: [] }, led: ['t'] },
  leader: { actor: { id: 'l', grants: [] }, led: [] },
  requester: { actor: { id: 'r', grants: [] }, led: [] },
  clock: { actor: ORDER_CLOCK, led: [] },
  stranger: { actor: { id: 's', grants: [] }, led: [] },
}
const MAY: Record<string, string[]> = {
  ...{ dispatcher: ['dispatcher'], team: ['team'], any_team: ['team'], leader: ['team', 'leader'] },
  ...{ requester: ['requester'], clock: ['clock'] },
}
const EVERY = ORDER_STATES.flatMap((state) =>
  ORDER_MOVES.flatMap((move) => Object.keys(actors).map((who) => ({ state, move, who }))),
)

test('every state, move and role: done exactly where the table says', () => {
  const done = EVERY.filter(({ state, move, who }) => {
    const { actor, led } = actors[who] ?? { actor: ORDER_CLOCK, led: [] }
    const dueAt = at(['lapse', 'dispatch', 'pool'].includes(move) ? '08:00' : '22:00')
    const was = now(state, { dueAt, activity: { ...ACTIVITY, isCancelled: move === 'link' } })
    return !('refused' in decideOrder(was, actor, asking(move, at('09:00')), given(at('09:00'), led)))
  })
  const may = EVERY.filter(({ state, move, who }) => {
    const { by, from } = orderMove(move)
    return (MAY[by] ?? []).includes(who) && from.includes(state)
  })
  expect(done).toEqual(may)
})

type Walk = { readonly was: OrderNow; readonly clock: Date; readonly steps: number }

/** One person does one thing that is open to them; where nothing is, the clock runs on to what is due. */
function step({ was, clock: before, steps }: Walk, die: number): Walk {
  if (ORDER_ENDS.includes(was.state)) return { was, clock: before, steps }
  const clock = new Date(before.getTime() + (die % 50) * HOUR)
  const ways = Object.values(actors).flatMap(({ actor, led }) =>
    openOrderMoves(was, actor, led, clock).map((move) => ({ move, actor, led })),
  )
  const way = ways[die % Math.max(1, ways.length)]
  if (!way) return { was, clock: new Date((was.dueAt?.getTime() ?? Number.NaN) + 1), steps }
  const isCentre = was.dispatches > 3
  const answer = decideOrder(was, way.actor, asking(way.move, clock, (die % 5) + 1), given(clock, way.led, isCentre))
  if ('refused' in answer) throw new Error(`${was.state} ${way.move}: ${answer.zh}`)
  const { keepsActivity, ...is } = answer.is
  // Now and then what was arranged is called off.
  const isCancelled = die % 3 === 0
  const linked = { ...ACTIVITY, isPublished: !isCancelled, isCancelled, startsAt: clock }
  const kept = keepsActivity ? was.activity : null
  const atCentre = way.move === 'dispatch' ? isCentre : was.isAtCentre && is.teamId !== null
  const next = { ...was, ...is, isAtCentre: atCentre, activity: way.move === 'link' ? linked : kept }
  return { was: next, clock, steps: steps + 1 }
}

test('under a fair clock every order ends: no state without a way on, and no way goes on for ever', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 200, maxLength: 200 }), (dice) => {
      const was = now('submitted', { teamId: null, dispatches: 0, activity: null })
      const end = dice.reduce(step, { was, clock: at('09:00'), steps: 0 })
      expect(ORDER_ENDS).toContain(end.was.state)
      expect(end.steps).toBeLessThan(80)
    }),
    { numRuns: 500 },
  )
})

const served = (stars: number | null) => ({ teamId: 't', teamZh: '队', stars })

test('unrated rounds never raise a figure', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 1 }), (all) => {
      const before = orderFigures(all.map(served))
      const after = orderFigures([...all, null].map(served))
      expect(after.meanStars).toBe(before.meanStars)
      expect(after.goodShare).toBeLessThanOrEqual(before.goodShare)
      expect(after.responseShare).toBeLessThanOrEqual(before.responseShare)
      expect(before.goodShare).toBeLessThanOrEqual(before.responseShare)
    }),
  )
  expect(orderFigures([served(null)])).toMatchObject({ meanStars: null, goodShare: 0 })
})

test('every phase has its Chinese', () => {
  for (const zh of Object.values(ORDER_PHASE_ZH)) expect(zh).toMatch(/[\u4e00-\u9fff]/)
})
