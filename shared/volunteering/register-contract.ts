import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { key, moment, nothing, someWords } from '../kit/fields'
import { AGE_BANDS } from './volunteers'

export const VolunteerView = z.object({
  number: z.string(),
  displayName: z.string(),
  ageBand: z.enum(AGE_BANDS),
  joinedAt: moment,
})
export type VolunteerView = z.infer<typeof VolunteerView>

export const RegisterVolunteer = endpoint({
  verb: 'POST',
  path: '/api/volunteers',
  who: 'signed_in',
  zh: '登记为志愿者，得到志愿者编号',
  params: nothing,
  body: z.strictObject({
    key,
    displayName: someWords('称呼', 20),
    ageBand: z.enum(AGE_BANDS, '请选择年龄段'),
  }),
  reply: VolunteerView,
})
