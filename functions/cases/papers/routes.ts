import type { Hono } from 'hono'
import {
  GetCancelPaper,
  GetCaseCard,
  GetClosingPaper,
  GetDispatchPaper,
  GetSupervisionPaper,
  GetWholePaper,
} from '../../../shared/cases/papers/contract'
import { clean } from '../../http/clean'
import { originOf } from '../../http/conditional'
import type { Env } from '../../http/deps'
import { mountDownload } from '../../http/download'
import { parse } from '../../http/mount'
import { printCase, printSupervision } from './actions'
import { drawCaseCard } from './card-actions'

export function paperRoutes(app: Hono<Env>) {
  const give = mountDownload(app)
  give(GetDispatchPaper, ({ deps, actor, params }) => printCase(deps, actor, params.id, 'dispatch'))
  give(GetClosingPaper, ({ deps, actor, params }) => printCase(deps, actor, params.id, 'closing'))
  give(GetWholePaper, ({ deps, actor, params }) => printCase(deps, actor, params.id, 'whole'))
  give(GetSupervisionPaper, ({ deps, actor, params }) => printSupervision(deps, actor, params.id, 'supervise'))
  give(GetCancelPaper, ({ deps, actor, params }) => printSupervision(deps, actor, params.id, 'cancel'))
  app.get(GetCaseCard.path, async (c) => {
    const { id } = parse(GetCaseCard.params, clean(c.req.param()))
    parse(GetCaseCard.body, clean(c.req.query()))
    const png = await drawCaseCard(c.var.deps, id, originOf(c))
    return c.body(png, 200, {
      'content-type': 'image/png',
      'content-disposition': 'inline; filename="card.png"',
      'cache-control': 'public, max-age=300',
    })
  })
}
