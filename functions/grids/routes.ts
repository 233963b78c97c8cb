import type { Hono } from 'hono'
import { GetCounty, GetGrid, GetMap, ListGrids, ListUnits, ResolvePlace } from '../../shared/grids/contract'
import type { Env } from '../http/deps'
import { mount } from '../http/mount'
import { listGrids, listUnits, readCounty, readGrid, readMap, readPlace } from './actions'

export function gridRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(GetCounty, ({ deps }) => readCounty(deps))
  on(GetMap, ({ deps }) => readMap(deps))
  on(ResolvePlace, ({ deps, actor, body }) => readPlace(deps, actor, body))
  on(ListGrids, ({ deps, body }) => listGrids(deps, body))
  on(GetGrid, ({ deps, actor, params }) => readGrid(deps, actor, params.id))
  on(ListUnits, ({ deps, body }) => listUnits(deps, body))
}
