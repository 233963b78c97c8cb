import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, moment, nothing } from '../kit/fields'
import { HAND_OVER_ANSWERS, HAND_OVER_STATES } from './hand-overs'

export const HandOverView = z.object({
  id: z.string(),
  state: z.enum(HAND_OVER_STATES),
  /** Whether it was offered to whoever looks. */
  isToMe: z.boolean(),
  /** 陈＊: the other of the two. */
  otherZh: z.string(),
  signUpId: z.string(),
  activityId: z.string(),
  title: z.string(),
  placeZh: z.string(),
  postName: z.string(),
  startsAt: moment,
  endsAt: moment,
})
export type HandOverView = z.infer<typeof HandOverView>

export const OfferHandOver = endpoint({
  verb: 'POST',
  path: '/api/sign-ups/:id/hand-overs',
  who: 'signed_in',
  zh: '把已通过的报名转给另一位志愿者，填对方的志愿者编号；对方接了才算，开始前有效',
  params: idParams,
  body: z.strictObject({
    key,
    number: z
      .string('请填写志愿者编号')
      .trim()
      .regex(/^\d{10}$/, '志愿者编号是 10 位数字'),
  }),
  reply: HandOverView,
})

export const AnswerHandOver = endpoint({
  verb: 'POST',
  path: '/api/hand-overs/:id/answers',
  who: 'signed_in',
  zh: '接、不接别人转来的报名，或收回自己转出的',
  params: idParams,
  body: z.strictObject({ key, answer: z.enum(HAND_OVER_ANSWERS, '请选择怎么处理') }),
  reply: HandOverView,
})

export const ListMyHandOvers = endpoint({
  verb: 'GET',
  path: '/api/my-hand-overs',
  who: 'signed_in',
  zh: '还没答复的转让：别人转给我的，我转出去的',
  params: nothing,
  body: nothing,
  reply: z.object({ items: z.array(HandOverView) }),
})
