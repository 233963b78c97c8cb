import * as z from 'zod'
import { endpoint } from '../../kit/endpoint'
import { key, nothing } from '../../kit/fields'

const MySkillsReply = z.object({
  isVolunteer: z.boolean(),
  items: z.array(z.object({ id: z.string(), zh: z.string(), has: z.boolean() })),
})
export type MySkills = z.output<typeof MySkillsReply>

export const ListMySkills = endpoint({
  verb: 'GET',
  path: '/api/my-skills',
  who: 'signed_in',
  zh: '专业技能：县里的清单和本人选的',
  params: nothing,
  body: nothing,
  reply: MySkillsReply,
})

export const ChooseMySkills = endpoint({
  verb: 'POST',
  path: '/api/my-skills',
  who: 'signed_in',
  zh: '选本人的专业技能，以最后一次为准',
  params: nothing,
  body: z.strictObject({
    key,
    skillIds: z.array(z.string('请选择技能').min(1, '请选择技能').max(64, '请选择技能')).max(50, '最多选 50 项'),
  }),
  reply: MySkillsReply,
})
