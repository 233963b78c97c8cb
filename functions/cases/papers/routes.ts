import type { Hono } from 'hono'
import {
  GetCancelPaper,
  GetClosingPaper,
  GetDispatchPaper,
  GetSupervisionPaper,
  GetWholePaper,
} from '../../../shared/cases/papers/contract'
import type { Env } from '../../http/deps'
import { mountDownload } from '../../http/download'
import { printCase, printSupervision } from './actions'

export function paperRoutes(app: Hono<Env>) {
  const give = mountDownload(app)
  give(GetDispatchPaper, ({ deps, actor, params }) => printCase(deps, actor, params.id, 'dispatch'))
  give(GetClosingPaper, ({ deps, actor, params }) => printCase(deps, actor, params.id, 'closing'))
  give(GetWholePaper, ({ deps, actor, params }) => printCase(deps, actor, params.id, 'whole'))
  give(GetSupervisionPaper, ({ deps, actor, params }) => printSupervision(deps, actor, params.id, 'supervise'))
  give(GetCancelPaper, ({ deps, actor, params }) => printSupervision(deps, actor, params.id, 'cancel'))
}
