import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, key, nothing, someWords } from '../kit/fields'
import { STAFF } from './contract'
import { CaseFilter } from './filter'
import { CASE_MOVES } from './transitions'

/** 常用筛选: a named way to look at the ledger, one's own or shared with all staff; `n` is how many it finds for the reader now. */
export const SavedFilterView = z.object({
  id: z.string(),
  name: z.string(),
  isShared: z.boolean(),
  mine: z.boolean(),
  query: CaseFilter,
  n: z.number().int(),
})
export type SavedFilterView = z.infer<typeof SavedFilterView>

const SavedFilters = z.object({ items: z.array(SavedFilterView) })

export const ListSavedFilters = endpoint({
  verb: 'GET',
  path: '/api/saved-filters',
  who: STAFF,
  zh: '常用筛选：自己的和共享的，各有几件',
  params: nothing,
  body: nothing,
  reply: SavedFilters,
})

export const SaveFilter = endpoint({
  verb: 'POST',
  path: '/api/saved-filters',
  who: STAFF,
  zh: '存一个常用筛选；共享的所有工作人员都能用',
  params: nothing,
  body: z.strictObject({
    key,
    name: someWords('名称', 12),
    isShared: z.boolean().default(false),
    query: CaseFilter,
  }),
  reply: SavedFilters,
})

export const DropFilter = endpoint({
  verb: 'POST',
  path: '/api/saved-filters/:id/ends',
  who: STAFF,
  zh: '不再要一个常用筛选；共享的由存它的人或管理员去掉',
  params: idParams,
  body: z.strictObject({ key }),
  reply: SavedFilters,
})

/** 回复模板: words for the note of a move; `{单位}` and the like are filled in on the form, before anything is sent. */
export const TemplateView = z.object({
  id: z.string(),
  move: z.enum(CASE_MOVES),
  categoryCode: z.string().nullable(),
  categoryZh: z.string(),
  name: z.string(),
  text: z.string(),
})
export type TemplateView = z.infer<typeof TemplateView>

const Templates = z.object({ items: z.array(TemplateView) })

export const ListTemplates = endpoint({
  verb: 'GET',
  path: '/api/reply-templates',
  who: STAFF,
  zh: '回复模板；给出办理动作和类别时只列用得上的',
  params: nothing,
  body: z.strictObject({ move: z.enum(CASE_MOVES).optional(), categoryCode: z.string().max(8).optional() }),
  reply: Templates,
})

export const SaveTemplate = endpoint({
  verb: 'POST',
  path: '/api/reply-templates',
  who: ['admin', 'reviewer'],
  zh: '新增回复模板，或换掉一个旧的；记入变更记录',
  params: nothing,
  body: z.strictObject({
    key,
    /** The one it takes the place of. */
    replaces: z.string().max(64).nullable().default(null),
    move: z.enum(CASE_MOVES, '请选择用在哪一步'),
    categoryCode: z.string().max(8).nullable().default(null),
    name: someWords('名称', 20),
    text: someWords('内容', 300),
  }),
  reply: Templates,
})

export const EndTemplate = endpoint({
  verb: 'POST',
  path: '/api/reply-templates/:id/ends',
  who: ['admin', 'reviewer'],
  zh: '停用一个回复模板；记入变更记录',
  params: idParams,
  body: z.strictObject({ key }),
  reply: Templates,
})
