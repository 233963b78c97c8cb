import * as z from 'zod'
import { PhotoView } from '../../files/contract'
import { endpoint } from '../../kit/endpoint'
import { idParams, key, nothing } from '../../kit/fields'
import { asked, OrderRow, OrderView } from './contract'

const CASE_READERS = ['reviewer', 'dispatcher', 'handler', 'area_leader', 'grid_chief', 'admin'] as const

export const ListCaseOrders = endpoint({
  verb: 'GET',
  path: '/api/cases/:id/service-orders',
  who: CASE_READERS,
  zh: '一件案件转出的志愿服务单：状态和服务照片，和现在能不能转',
  params: idParams,
  body: nothing,
  reply: z.object({ items: z.array(OrderRow.extend({ photos: z.array(PhotoView) })), mayOpen: z.boolean() }),
})

export const OpenCaseOrder = endpoint({
  verb: 'POST',
  path: '/api/cases/:id/service-orders',
  who: ['dispatcher', 'admin'],
  zh: '案件转志愿服务：立案后、办结前，同时只有一单',
  params: idParams,
  body: z.strictObject({ key, ...asked }),
  reply: OrderView,
})
