import type { Hono } from 'hono'
import {
  Announce,
  EndAnnouncement,
  ListAllAnnouncements,
  ListAnnouncements,
} from '../../../shared/cases/announcement-contract'
import type { Env } from '../../http/deps'
import { mount } from '../../http/mount'
import { announce, endAnnouncement, readAllAnnouncements, readAnnouncements } from './actions'

export function announcementRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListAnnouncements, ({ deps }) => readAnnouncements(deps))
  on(ListAllAnnouncements, ({ deps }) => readAllAnnouncements(deps))
  on(
    Announce,
    ({ deps, actor, body, send }) => announce(deps, actor, body, send),
    ({ deps }) => readAllAnnouncements(deps),
  )
  on(
    EndAnnouncement,
    ({ deps, actor, params, send }) => endAnnouncement(deps, actor, params.id, send),
    ({ deps }) => readAllAnnouncements(deps),
  )
}
