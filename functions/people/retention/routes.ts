import type { Hono } from 'hono'
import { ListRetention, SetRetention } from '../../../shared/people/retention-contract'
import type { Env } from '../../http/deps'
import { mount } from '../../http/mount'
import { listRetention, setRetention } from './actions'

/** 保存期限: the county's own, within the law. */
export function retentionRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListRetention, ({ deps }) => listRetention(deps))
  on(
    SetRetention,
    ({ deps, actor, body, send }) => setRetention(deps, actor, body, send),
    ({ deps }) => listRetention(deps),
  )
}
