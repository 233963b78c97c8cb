import type { Hono } from 'hono'
import { ListNotices, ReadAllNotices, ReadNotice } from '../../shared/notices/contract'
import type { Env } from '../http/deps'
import { mount } from '../http/mount'
import { listNotices, readAllNotices, readNotice, showNotice } from './actions'

export function noticeRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListNotices, ({ deps, actor, body }) => listNotices(deps, actor, body))
  on(
    ReadNotice,
    ({ deps, actor, params, send }) => readNotice(deps, actor, params.id, send),
    ({ deps, actor, subjectId }) => showNotice(deps, actor, subjectId),
  )
  on(
    ReadAllNotices,
    ({ deps, actor }) => readAllNotices(deps, actor),
    ({ deps, actor }) => readAllNotices(deps, actor),
  )
}
