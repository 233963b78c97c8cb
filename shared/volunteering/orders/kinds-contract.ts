import * as z from 'zod'
import { endpoint } from '../../kit/endpoint'
import { idParams, key, nothing, someWords } from '../../kit/fields'
import { ORDER_CLOCKS } from './moves'

export const ListOrderKinds = endpoint({
  verb: 'GET',
  path: '/api/service-order-kinds',
  who: 'anyone',
  zh: '在用的点单类别和多久答复，县里各步的时限（小时）',
  params: nothing,
  body: nothing,
  reply: z.object({
    items: z.array(z.object({ code: z.string(), zh: z.string(), triageHours: z.int() })),
    clocks: z.object({ triage: z.int(), take: z.int(), agree: z.int(), rate: z.int() }),
  }),
})

const zh = someWords('名称', 20)
const step = z.number('请填写数字').nullable()
const hours = z.strictObject({ triage: step, take: step, agree: step, rate: step })

const Kind = z.object({ code: z.string(), zh: z.string(), isOn: z.boolean(), hours, version: z.int() })
export type OrderKindView = z.output<typeof Kind>
const Kinds = z.object({
  items: z.array(Kind),
  clocks: z.record(z.enum(ORDER_CLOCKS), z.int()),
  mayChange: z.boolean(),
})

export const ListOrderKindSettings = endpoint({
  verb: 'GET',
  path: '/api/service-order-kind-settings',
  who: ['admin', 'dispatcher'],
  zh: '点单类别的设置：停用的也在，各步自己的时限（空为按县里的）',
  params: nothing,
  body: nothing,
  reply: Kinds,
})

export const CreateOrderKind = endpoint({
  verb: 'POST',
  path: '/api/service-order-kinds',
  who: ['admin'],
  zh: '新增点单类别，留痕；全县管理员',
  params: nothing,
  body: z.strictObject({ key, zh, hours }),
  reply: Kinds,
})

export const ChangeOrderKind = endpoint({
  verb: 'POST',
  path: '/api/service-order-kinds/:id/changes',
  who: ['admin'],
  zh: '点单类别改名、停用或恢复、定各步时限，改前改后留痕；已点的单名称和已定的期限不变；全县管理员',
  params: idParams,
  body: z.strictObject({ key, zh, isOn: z.boolean(), hours, version: z.int().min(0) }),
  reply: Kinds,
})
