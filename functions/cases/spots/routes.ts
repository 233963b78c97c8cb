import type { Hono } from 'hono'
import { ListSpots } from '../../../shared/cases/spots-contract'
import type { Env } from '../../http/deps'
import { mount } from '../../http/mount'
import { listSpots } from './actions'

export function spotRoutes(app: Hono<Env>) {
  mount(app)(ListSpots, ({ deps, actor, body }) => listSpots(deps, actor, body))
}
