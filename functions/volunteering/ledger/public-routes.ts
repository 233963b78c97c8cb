import type { Hono } from 'hono'
import {
  FreezeServiceReport,
  GetServiceFigures,
  ListServiceReports,
} from '../../../shared/volunteering/ledger/report-contract'
import { ListSettlements } from '../../../shared/volunteering/ledger/settling-contract'
import {
  ApplyForStar,
  GetMyStars,
  ListPublicStars,
  ListStarApplications,
  MoveStarApplication,
  ObjectToStar,
} from '../../../shared/volunteering/ledger/stars-contract'
import type { Env } from '../../http/deps'
import { mount } from '../../http/mount'
import { freezeReport, readFigures, readReports } from './report-actions'
import { readSettlements } from './settling-actions'
import {
  applyForStar,
  moveStar,
  objectToStar,
  readMyStars,
  readPublicity,
  readPublicStar,
  readStarApplication,
  readStarDesk,
} from './star-actions'

/** 星级, 公开数字, 年度报告, 登记期限. */
export function hoursPublicRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(GetMyStars, ({ deps, actor }) => readMyStars(deps, actor))
  on(
    ApplyForStar,
    ({ deps, actor, body, send }) => applyForStar(deps, actor, body.stars, send),
    ({ deps, actor }) => readMyStars(deps, actor),
  )
  on(ListPublicStars, ({ deps, body }) => readPublicity(deps, body))
  on(
    ObjectToStar,
    ({ deps, actor, params, body, send }) => objectToStar(deps, actor, params.id, body.words, send),
    ({ deps, params }) => readPublicStar(deps, params.id),
  )
  on(ListStarApplications, ({ deps, actor, body }) => readStarDesk(deps, actor, body))
  on(
    MoveStarApplication,
    ({ deps, actor, params, body, send }) => moveStar(deps, actor, params.id, body, send),
    ({ deps, actor, params }) => readStarApplication(deps, actor, params.id),
  )
  on(GetServiceFigures, ({ deps }) => readFigures(deps))
  on(ListServiceReports, ({ deps, actor }) => readReports(deps, actor))
  on(
    FreezeServiceReport,
    ({ deps, actor, body, send }) => freezeReport(deps, actor, body.year, send),
    ({ deps, actor }) => readReports(deps, actor),
  )
  on(ListSettlements, ({ deps, actor, body }) => readSettlements(deps, actor, body))
}
