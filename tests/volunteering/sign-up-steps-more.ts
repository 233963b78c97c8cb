import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { addMinutes } from '../../shared/kit/time'
import { send, type Weighted } from './model-kit'
import { asLeader, oneIn, pick, type SignUpHouse, type SignUpStep, step, type Volunteer } from './sign-up-stage'
import { where, who } from './sign-up-steps'

const numberOf = (house: SignUpHouse, p: number) => (house.people[p] as Volunteer).number

const openOffer = async ({ world, shifts }: SignUpHouse) => {
  const [row] = await world.rows<{
    id: string
    from: string
    to: string
  }>(sql`select h.id, h.from_id as from, h.to_id as to
    from hand_overs h join sign_ups u on u.id = h.sign_up_id where u.shift_id in ${shifts} and h.state = 'offered'
    order by h.offered_at desc, h.id limit 1`)
  return row
}

/** 转给别人: offered to somebody, answered by whoever feels like it. */
const offer = fc.tuple(who, who, where, fc.boolean()).map(([p, q, s, takes]) =>
  step(`${p} offers ${s} to ${q}${takes ? ', who takes it' : ''}`, async (house) => {
    const { person, id } = await oneIn(house, 'approved', p, s)
    if (id === '') return
    const made = await send(house, person, `/api/sign-ups/${id}/hand-overs`, { number: numberOf(house, q) })
    const body = { answer: 'accept' }
    if (made.status === 200 && takes)
      await send(house, pick(house, q, s).person, `/api/hand-overs/${made.id}/answers`, body)
  }),
)
const answer = fc
  .tuple(
    fc.constantFrom('to', 'to', 'to', 'from', 'anybody'),
    who,
    fc.constantFrom('accept', 'accept', 'accept', 'decline', 'take_back'),
  )
  .map(([by, p, answer]) =>
    step(`a hand-over is answered ${answer} by ${by}`, async (house) => {
      const open = await openOffer(house)
      if (!open) return
      const id = by === 'anybody' ? house.people[p]?.id : open[by as 'from' | 'to']
      const person = house.people.find((one) => one.id === id)
      if (person) await send(house, person, `/api/hand-overs/${open.id}/answers`, { answer })
    }),
  )

/** 现场加入, 增加名额 and what the leader decides about those who asked. */
const walkIn = fc
  .tuple(who, where)
  .map(([p, s]) =>
    step(`the leader adds ${p} on the spot at ${s}`, (house) =>
      asLeader(house, pick(house, p, s).shift, 'walk-ins', { number: numberOf(house, p) }),
    ),
  )
const widen = fc.tuple(where, fc.integer({ min: 1, max: 4 })).map(([s, capacity]) =>
  step(`${s} is to have ${capacity} seats`, (house) => {
    const { shift } = pick(house, 0, s)
    const body = { postId: house.postOf.get(shift), capacity, note: '来的人多' }
    return asLeader(house, shift, 'capacities', body)
  }),
)
const decide = fc.tuple(who, fc.constantFrom('approve', 'approve', 'reject', 'wait', 'excuse')).map(([p, move]) =>
  step(`the leader decides about ${p}: ${move}`, async (house) => {
    const { id: signUpId } = await oneIn(house, 'applied', p, 2)
    const body = { signUpId, move, note: '看过' }
    if (signUpId !== '') await asLeader(house, pick(house, p, 2).shift, 'decisions', body)
  }),
)

const CONSENT = { guardianName: '陈建国', phone: '13800138000', textVersion: '2026-1', agreed: true }
/** 18: a guardian consents and takes it back as they like. */
const guardian = fc.boolean().map((agrees) =>
  step(`the guardian ${agrees ? 'consents' : 'takes it back'}`, async (house) => {
    const { person } = pick(house, 5, 0)
    if (agrees) return send(house, person, '/api/my-guardian-consents', { ...CONSENT, riskClass: 'low' })
    const { items = [] } = await house.world.ask(person, 'GET', '/api/my-guardian-consents')
    const given = (items as { id: string; revokedAt: string | null }[]).find(({ revokedAt }) => revokedAt === null)
    return given && send(house, person, `/api/my-guardian-consents/${given.id}/revocations`)
  }),
)

/** 8: what the leader's phone wrote down without a network, in whatever order, some of it twice. */
const upload = fc
  .tuple(who, where, fc.shuffledSubarray([0, 1, 2], { minLength: 1 }), fc.integer({ min: 1, max: 30 }))
  .map(([p, s, order, ago]) =>
    step(`the leader’s phone brings ${order.length} of ${p} at ${s}`, async (house) => {
      const { id: signUpId } = await oneIn(house, 'approved', p, s)
      if (signUpId === '') return
      const now = house.world.now()
      const event = (direction: 'in' | 'out', minutes: number) => ({
        ...{ nonce: house.world.key(), signUpId, direction, method: 'leader_confirm', reason: '没带手机' },
        deviceAt: addMinutes(now, -minutes).toISOString(),
      })
      const written = [event('in', ago + 10), event('out', ago), event('in', 0)]
      const deviceId = house.world.key()
      const events = order.map((i) => written[i])
      await asLeader(house, pick(house, p, s).shift, 'uploads', { deviceId, events })
      await asLeader(house, pick(house, p, s).shift, 'uploads', { deviceId, events: events.toReversed() })
    }),
  )

export const MORE_STEPS: Weighted<SignUpStep> = [
  { weight: 10, arbitrary: offer },
  { weight: 6, arbitrary: answer },
  { weight: 2, arbitrary: walkIn },
  { weight: 2, arbitrary: widen },
  { weight: 4, arbitrary: decide },
  { weight: 4, arbitrary: guardian },
  { weight: 3, arbitrary: upload },
]
