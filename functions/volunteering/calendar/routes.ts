import type { Hono } from 'hono'
import { EndCalendarFeed, GetMyCalendarFeed, MakeCalendarFeed } from '../../../shared/volunteering/calendar/contract'
import { conditional } from '../../http/conditional'
import type { Env } from '../../http/deps'
import { mount } from '../../http/mount'
import { endCalendarFeed, makeCalendarFeed, readCalendar, readCalendarFeed } from './actions'

export function calendarFeedRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(GetMyCalendarFeed, ({ deps, actor }) => readCalendarFeed(deps, actor))
  on(
    MakeCalendarFeed,
    ({ deps, actor, send }) => makeCalendarFeed(deps, actor, send),
    async ({ deps, actor }) => ({ ...(await readCalendarFeed(deps, actor)), path: null }),
  )
  on(
    EndCalendarFeed,
    ({ deps, actor, send }) => endCalendarFeed(deps, actor, send),
    ({ deps, actor }) => readCalendarFeed(deps, actor),
  )
  // A plain address, since calendars send no header of ours.
  app.get('/feeds/volunteer/:file{[\\w-]+\\.ics}', async (c) => {
    const feed = await readCalendar(c.var.deps, c.req.param('file').replace(/\.ics$/, ''))
    return conditional(c, { ...feed, type: 'text/calendar; charset=utf-8' })
  })
}
