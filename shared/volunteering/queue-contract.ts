import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, words } from '../kit/fields'
import { ActivityView } from './contract'
import { ShiftBoard } from './leader-contract'
import { LEADER_MOVES } from './sign-ups'

export const AnswerOffer = endpoint({
  verb: 'POST',
  path: '/api/sign-ups/:id/answers',
  who: 'signed_in',
  zh: '答复候补名额：接受，或让给下一位并排到队尾',
  params: idParams,
  body: z.strictObject({ key, answer: z.enum(['accept', 'decline'], '请选择接受或让出') }),
  reply: ActivityView,
})

export const DecideSignUp = endpoint({
  verb: 'POST',
  path: '/api/led-shifts/:id/decisions',
  who: 'signed_in',
  zh: '领队审核报名：同意、不同意（写明原因）、转入候补；把未到或临时取消记为请假',
  params: idParams,
  body: z.strictObject({
    key,
    signUpId: z.string('请选择志愿者').min(1, '请选择志愿者').max(64, '请选择志愿者'),
    move: z.enum(LEADER_MOVES, '请选择怎么处理'),
    note: words('原因', 200).default(''),
  }),
  reply: ShiftBoard,
})
