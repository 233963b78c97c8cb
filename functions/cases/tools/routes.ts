import type { Hono } from 'hono'
import { PreviewBulk, TransitionCases } from '../../../shared/cases/bulk-contract'
import {
  DropFilter,
  EndTemplate,
  ListSavedFilters,
  ListTemplates,
  SaveFilter,
  SaveTemplate,
} from '../../../shared/cases/tools-contract'
import type { Env } from '../../http/deps'
import { mount } from '../../http/mount'
import { dropFilter, endTemplate, readFilters, readTemplates, saveFilter, saveTemplate } from './actions'
import { previewBulk, runBulk, transitionCases } from './bulk-actions'

/** What a desk works with beside the cases: saved filters, templates, many cases at once. */
export function deskToolRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListSavedFilters, ({ deps, actor }) => readFilters(deps, actor))
  on(
    SaveFilter,
    ({ deps, actor, body, send }) => saveFilter(deps, actor, body, send),
    ({ deps, actor }) => readFilters(deps, actor),
  )
  on(
    DropFilter,
    ({ deps, actor, params, send }) => dropFilter(deps, actor, params.id, send),
    ({ deps, actor }) => readFilters(deps, actor),
  )
  on(ListTemplates, ({ deps, body }) => readTemplates(deps, body))
  on(
    SaveTemplate,
    ({ deps, actor, body, send }) => saveTemplate(deps, actor, body, send),
    ({ deps }) => readTemplates(deps),
  )
  on(
    EndTemplate,
    ({ deps, actor, params, send }) => endTemplate(deps, actor, params.id, send),
    ({ deps }) => readTemplates(deps),
  )
  on(PreviewBulk, ({ deps, actor, body }) => previewBulk(deps, actor, body))
  on(
    TransitionCases,
    ({ deps, actor, body, send }) => transitionCases(deps, actor, body, send),
    ({ deps, actor, body }) => runBulk(deps, actor, body),
  )
}
