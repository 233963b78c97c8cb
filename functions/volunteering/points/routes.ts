import type { Hono } from 'hono'
import {
  CancelExchange,
  ChangePointItem,
  CreatePointItem,
  GetMyPoints,
  ListPointItems,
  RedeemExchange,
  ReservePointItem,
} from '../../../shared/volunteering/points/contract'
import type { Env } from '../../http/deps'
import { mount } from '../../http/mount'
import { changeItem, createItem, readItem, readRedeemed, redeemExchange } from './desk-actions'
import { cancelExchange, readExchange, readItems, readMyPoints, reserveItem } from './my-actions'

export function volunteerPointRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(GetMyPoints, ({ deps, actor, body }) => readMyPoints(deps, actor, body))
  on(ListPointItems, ({ deps, actor }) => readItems(deps, actor))
  on(
    ReservePointItem,
    ({ deps, actor, params, send }) => reserveItem(deps, actor, params.id, send),
    ({ deps, actor, subjectId }) => readExchange(deps, actor, subjectId),
  )
  on(
    CancelExchange,
    ({ deps, actor, params, send }) => cancelExchange(deps, actor, params.id, send),
    ({ deps, actor, subjectId }) => readExchange(deps, actor, subjectId),
  )
  on(
    RedeemExchange,
    ({ deps, actor, body, send }) => redeemExchange(deps, actor, body, send),
    ({ deps, subjectId }) => readRedeemed(deps, subjectId),
  )
  on(
    CreatePointItem,
    ({ deps, actor, body, send }) => createItem(deps, actor, body, send),
    ({ deps, subjectId }) => readItem(deps, subjectId),
  )
  on(
    ChangePointItem,
    ({ deps, actor, params, body, send }) => changeItem(deps, actor, params.id, body, send),
    ({ deps, subjectId }) => readItem(deps, subjectId),
  )
}
