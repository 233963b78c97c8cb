import type { Hono } from 'hono'
import { ListCaseOrders, OpenCaseOrder } from '../../../shared/volunteering/orders/case-contract'
import {
  GetOrder,
  GetOrderFigures,
  ListOrderActivities,
  ListOrders,
  MoveOrder,
  ReadOrderContact,
  SubmitOrder,
} from '../../../shared/volunteering/orders/contract'
import {
  ChangeOrderKind,
  CreateOrderKind,
  ListOrderKindSettings,
  ListOrderKinds,
} from '../../../shared/volunteering/orders/kinds-contract'
import type { Env } from '../../http/deps'
import { mount } from '../../http/mount'
import { listOrders, readOrder, readOrderContact, readOrderContactAgain, submitOrder } from './actions'
import { listCaseOrders, openCaseOrder } from './case-actions'
import { readOrderFigures } from './figure-actions'
import { changeKind, createKind, readKindSettings, readKinds } from './kind-actions'
import { listOrderActivities, moveOrder } from './move-actions'

export function orderRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListOrderKinds, ({ deps }) => readKinds(deps))
  on(ListOrderKindSettings, ({ deps, actor }) => readKindSettings(deps, actor))
  on(
    CreateOrderKind,
    ({ deps, actor, body, send }) => createKind(deps, actor, body, send),
    ({ deps, actor }) => readKindSettings(deps, actor),
  )
  on(
    ChangeOrderKind,
    ({ deps, actor, params, body, send }) => changeKind(deps, actor, params.id, body, send),
    ({ deps, actor }) => readKindSettings(deps, actor),
  )
  on(
    SubmitOrder,
    ({ deps, actor, body, send }) => submitOrder(deps, actor, body, send),
    ({ deps, actor, subjectId }) => readOrder(deps, actor, subjectId),
  )
  on(ListOrders, ({ deps, actor, body }) => listOrders(deps, actor, body))
  on(GetOrder, ({ deps, actor, params }) => readOrder(deps, actor, params.id))
  on(ListOrderActivities, ({ deps, actor, params }) => listOrderActivities(deps, actor, params.id))
  on(
    MoveOrder,
    ({ deps, actor, params, body, send }) => moveOrder(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => readOrder(deps, actor, subjectId),
  )
  on(
    ReadOrderContact,
    ({ deps, actor, params, body, send }) => readOrderContact(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => readOrderContactAgain(deps, actor, subjectId),
  )
  on(GetOrderFigures, ({ deps }) => readOrderFigures(deps))
  on(ListCaseOrders, ({ deps, actor, params }) => listCaseOrders(deps, actor, params.id))
  on(
    OpenCaseOrder,
    ({ deps, actor, params, body, send }) => openCaseOrder(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => readOrder(deps, actor, subjectId),
  )
}
