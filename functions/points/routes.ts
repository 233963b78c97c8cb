import type { Hono } from 'hono'
import { GetPoint, ListPointCategories, ListPoints } from '../../shared/points/contract'
import type { Env } from '../http/deps'
import { mount } from '../http/mount'
import { listPointCategories, listPoints, readPoint } from './actions'

export function pointRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListPointCategories, ({ deps }) => listPointCategories(deps))
  on(ListPoints, ({ deps, body }) => listPoints(deps, body))
  on(GetPoint, ({ deps, params }) => readPoint(deps, params.id))
}
