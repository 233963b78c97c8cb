import * as z from 'zod'
import { endpoint } from '../../kit/endpoint'
import { idParams, key, moment, nothing, someWords, words } from '../../kit/fields'
import { QUALIFICATION_STANDINGS } from './qualifications'

const Kind = z.object({
  id: z.string(),
  zh: z.string(),
  wayZh: z.string(),
  isOn: z.boolean(),
  version: z.int(),
})
export type QualificationKind = z.output<typeof Kind>

export const ListQualificationKinds = endpoint({
  verb: 'GET',
  path: '/api/qualification-kinds',
  who: 'signed_in',
  zh: '培训和证书种类：班次可以要求的，停用的也在',
  params: nothing,
  body: nothing,
  reply: z.object({ items: z.array(Kind), mayChange: z.boolean() }),
})

const wayZh = someWords('怎样取得', 200)

export const CreateQualificationKind = endpoint({
  verb: 'POST',
  path: '/api/qualification-kinds',
  who: ['admin'],
  zh: '新增培训或证书种类；名称定了不改',
  params: nothing,
  body: z.strictObject({ key, zh: someWords('名称', 30), wayZh }),
  reply: Kind,
})

export const ChangeQualificationKind = endpoint({
  verb: 'POST',
  path: '/api/qualification-kinds/:id/changes',
  who: ['admin'],
  zh: '改培训或证书的取得办法，停用或恢复；留痕',
  params: idParams,
  body: z.strictObject({ key, wayZh, isOn: z.boolean(), version: z.int().min(0) }),
  reply: Kind,
})

const Record = z.object({
  id: z.string(),
  kindZh: z.string(),
  /** The last day it counts. */
  untilOn: z.string(),
  standing: z.enum(QUALIFICATION_STANDINGS),
  note: z.string(),
  at: moment,
  endNote: z.string(),
})
export type QualificationView = z.output<typeof Record>

export const ListMyQualifications = endpoint({
  verb: 'GET',
  path: '/api/my-qualifications',
  who: 'signed_in',
  zh: '本人的培训和证书，有效的在前',
  params: nothing,
  body: nothing,
  reply: z.object({ items: z.array(Record) }),
})

const numberParams = z.object({
  number: z.string('请填写志愿者编号').regex(/^\d{10}$/, '志愿者编号是 10 位数字'),
})
const OfVolunteer = z.object({ number: z.string(), displayName: z.string(), items: z.array(Record) })
export type QualificationsOf = z.output<typeof OfVolunteer>

export const ListQualifications = endpoint({
  verb: 'GET',
  path: '/api/volunteers/:number/qualifications',
  who: 'signed_in',
  zh: '一位志愿者的培训和证书；管理员、审核员和本队队长',
  params: numberParams,
  body: nothing,
  reply: OfVolunteer,
})

export const RecordQualification = endpoint({
  verb: 'POST',
  path: '/api/volunteers/:number/qualifications',
  who: 'signed_in',
  zh: '登记一位志愿者的培训或证书和有效期；不能给自己登记',
  params: numberParams,
  body: z.strictObject({
    key,
    kindId: z.string('请选择种类').min(1, '请选择种类').max(64, '请选择种类'),
    untilOn: z.iso.date('有效期写成 2026-12-31'),
    note: words('证书编号', 100).default(''),
  }),
  reply: OfVolunteer,
})

export const EndQualification = endpoint({
  verb: 'POST',
  path: '/api/qualifications/:id/endings',
  who: 'signed_in',
  zh: '作废一条培训或证书登记，写明原因；原记录保留',
  params: idParams,
  body: z.strictObject({ key, note: someWords('作废原因', 200) }),
  reply: OfVolunteer,
})
