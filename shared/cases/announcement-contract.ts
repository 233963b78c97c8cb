import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, nothing, someWords } from '../kit/fields'

/** As many as a phone shows without hiding its own work. */
export const ANNOUNCEMENTS_MAX = 10
/** A notice that outlives a season is read by nobody. */
export const ANNOUNCEMENT_DAYS = 92

const day = (what: string) => z.iso.date(`请选择${what}`)

const said = {
  title: someWords('标题', 30),
  text: someWords('内容', 300),
  /** 紧急: stands first, in the colour of a warning. */
  isUrgent: z.boolean('请选择是否紧急'),
  /** Only there, or only for that class; null for everywhere and everything. */
  gridId: z.string().max(64).nullable().default(null),
  categoryCode: z.string().max(8).nullable().default(null),
  /** Days in Shanghai, both inclusive. */
  startsOn: day('从哪天起'),
  endsOn: day('到哪天止'),
}

export const AnnouncementView = z.object({ ...said, id: z.string(), scopeZh: z.string() })
export type AnnouncementView = z.infer<typeof AnnouncementView>

export const ListAnnouncements = endpoint({
  verb: 'GET',
  path: '/api/public/announcements',
  who: 'anyone',
  zh: '今天有效的公告：停水、封路、活动期间停收某类反映等；紧急的在前',
  params: nothing,
  body: nothing,
  reply: z.object({ items: z.array(AnnouncementView).max(ANNOUNCEMENTS_MAX) }),
})

const Kept = AnnouncementView.extend({ state: z.enum(['waiting', 'live', 'over']) })
export type KeptAnnouncement = z.infer<typeof Kept>
const Book = z.object({ items: z.array(Kept).max(100) })

export const ListAllAnnouncements = endpoint({
  verb: 'GET',
  path: '/api/announcements',
  who: ['admin', 'reviewer'],
  zh: '全部公告：没到日子的、有效的、过期和撤下的，最多一百条',
  params: nothing,
  body: nothing,
  reply: Book,
})

export const Announce = endpoint({
  verb: 'POST',
  path: '/api/announcements',
  who: ['admin', 'reviewer'],
  zh: '发一条公告：可只对一个网格或一类问题，到期自己消失；记入变更记录',
  params: nothing,
  body: z.strictObject({ key, ...said }),
  reply: Book,
})

export const EndAnnouncement = endpoint({
  verb: 'POST',
  path: '/api/announcements/:id/ends',
  who: ['admin', 'reviewer'],
  zh: '撤下一条公告；记入变更记录',
  params: idParams,
  body: z.strictObject({ key }),
  reply: Book,
})
