import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, words } from '../kit/fields'
import { ShiftBoard } from './leader-contract'

const volunteerNumber = z
  .string('请填写志愿者编号')
  .trim()
  .regex(/^\d{10}$/, '志愿者编号是 10 位数字')

export const AddWalkIn = endpoint({
  verb: 'POST',
  path: '/api/led-shifts/:id/walk-ins',
  who: 'signed_in',
  zh: '领队按志愿者编号现场加入一位志愿者，占一个名额',
  params: idParams,
  body: z.strictObject({ key, number: volunteerNumber }),
  reply: ShiftBoard,
})

export const WidenPost = endpoint({
  verb: 'POST',
  path: '/api/led-shifts/:id/capacities',
  who: 'signed_in',
  zh: '领队增加一个岗位的名额，写明原因；空出的名额先给候补的人',
  params: idParams,
  body: z.strictObject({
    key,
    postId: z.string('请选择岗位').min(1, '请选择岗位').max(64, '请选择岗位'),
    capacity: z.int('请填写名额').min(1, '名额至少 1 人').max(10_000, '名额最多 10000 人'),
    note: words('原因', 200).default(''),
  }),
  reply: ShiftBoard,
})
