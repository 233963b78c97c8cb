import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { fileIds, idParams, key, nothing, position, someWords, words } from '../kit/fields'
import { Contact } from './contact'
import { answers, CallbackView } from './contract'
import { CALLBACK_OUTCOMES, INTAKE_SOURCES } from './intake'

export const SubmitIntake = endpoint({
  verb: 'POST',
  path: '/api/intakes',
  who: ['reviewer', 'dispatcher', 'admin', 'verifier', 'area_leader'],
  zh: '代录一件反映：来电、来信、巡访、周上街、媒体、上级交办；巡访员和包片领导自己看到的直接立案；同一问题可并入已有案件',
  params: nothing,
  body: z.strictObject({
    key,
    source: z.enum(INTAKE_SOURCES, '请选择来源'),
    photos: fileIds(9).default([]),
    position,
    categoryCode: z.string('请选择类别').min(1, '请选择类别').max(8, '类别有误'),
    /** As the caller put it. */
    words: someWords('原话', 500),
    addressZh: words('地址', 80).default(''),
    townId: z.string().min(1).max(64).nullable().default(null),
    answers,
    /** Sealed at once; null for somebody who left no number. */
    caller: Contact.nullable().default(null),
    conditions: z.array(z.string().max(100)).max(10).default([]),
    /** The same event is known already: the caller joins it as one more reporter. */
    joinCaseId: z.string().min(1).max(64).nullable().default(null),
    /** The waiting mail it is made from: its sender is the caller, its photos may be used. */
    mailId: z.string().min(1).max(64).nullable().default(null),
  }),
  reply: z.object({ caseId: z.string(), number: z.string() }),
})

export const RecordCallback = endpoint({
  verb: 'POST',
  path: '/api/reports/:id/callbacks',
  who: ['reviewer', 'dispatcher', 'admin'],
  zh: '登记一次回访的结果',
  params: idParams,
  body: z.strictObject({
    key,
    outcome: z.enum(CALLBACK_OUTCOMES, '请选择回访结果'),
    note: words('备注', 200).default(''),
  }),
  reply: CallbackView,
})
