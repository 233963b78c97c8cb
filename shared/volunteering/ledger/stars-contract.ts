import * as z from 'zod'
import { endpoint } from '../../kit/endpoint'
import { idParams, key, moment, nothing, pageOf, pageQuery, someWords, words } from '../../kit/fields'
import { STAR_APPLICATION_STATES } from './codes'
import { STAR_MOVES } from './stars'

const application = {
  id: z.string(),
  stars: z.int(),
  hours: z.int(),
  state: z.enum(STAR_APPLICATION_STATES),
  appliedAt: moment,
  publicUntil: moment,
}

const MyStar = z.object({ ...application, note: z.string() })
const MyStarsReply = z.object({
  minutes: z.int(),
  levels: z.array(z.object({ stars: z.int(), hours: z.int(), mayApply: z.boolean(), application: MyStar.nullable() })),
})
export type MyStars = z.output<typeof MyStarsReply>

export const GetMyStars = endpoint({
  verb: 'GET',
  path: '/api/my-stars',
  who: 'signed_in',
  zh: '各星级要多少小时、能不能申报、申报到了哪一步',
  params: nothing,
  body: nothing,
  reply: MyStarsReply,
})

export const ApplyForStar = endpoint({
  verb: 'POST',
  path: '/api/my-stars',
  who: 'signed_in',
  zh: '申报星级：时长达到才能申报，随即公示 5 个工作日',
  params: nothing,
  body: z.strictObject({ key, stars: z.int('请选择星级').min(1, '请选择星级').max(5, '请选择星级') }),
  reply: MyStarsReply,
})

const PublicStar = z.object({ ...application, personZh: z.string(), minutes: z.int(), isOpen: z.boolean() })
export type PublicStar = z.output<typeof PublicStar>

export const ListPublicStars = endpoint({
  verb: 'GET',
  path: '/api/star-publicity',
  who: 'anyone',
  zh: '星级公示：公示中的和已认定的，姓名隐去一部分，最新的在前',
  params: nothing,
  body: z.strictObject(pageQuery),
  reply: pageOf(PublicStar),
})

export const ObjectToStar = endpoint({
  verb: 'POST',
  path: '/api/star-applications/:id/objections',
  who: 'signed_in',
  zh: '对公示中的星级提出异议，每人一次；异议人不公开',
  params: idParams,
  body: z.strictObject({ key, words: someWords('异议', 300) }),
  reply: PublicStar,
})

export const StarDeskRow = z.object({
  ...application,
  personZh: z.string(),
  number: z.string(),
  /** When it was asked for, and now. */
  appliedMinutes: z.int(),
  minutes: z.int(),
  note: z.string(),
  objections: z.array(z.object({ words: z.string(), at: moment })),
  moves: z.array(z.enum(STAR_MOVES)),
})
export type StarDeskRow = z.output<typeof StarDeskRow>

export const ListStarApplications = endpoint({
  verb: 'GET',
  path: '/api/star-applications',
  who: ['admin'],
  zh: '星级申报，最早的在前，带异议和现在的时长',
  params: nothing,
  body: z.strictObject({ ...pageQuery, state: z.enum(STAR_APPLICATION_STATES).default('publicised') }),
  reply: pageOf(StarDeskRow),
})

export const MoveStarApplication = endpoint({
  verb: 'POST',
  path: '/api/star-applications/:id/transitions',
  who: ['admin'],
  zh: '认定或不予认定；公示期满、时长仍达到、不是本人才能认定',
  params: idParams,
  body: z.strictObject({ key, move: z.enum(STAR_MOVES, '没有这个动作'), note: words('说明', 300).default('') }),
  reply: StarDeskRow,
})
