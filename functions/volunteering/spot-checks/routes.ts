import type { Hono } from 'hono'
import {
  GetCallBackFigures,
  ListAnomalies,
  ListCallBacks,
  RecordCallBack,
  ReviewAnomaly,
} from '../../../shared/volunteering/spot-checks/contract'
import type { Env } from '../../http/deps'
import { mount } from '../../http/mount'
import { readAnomalies, readAnomaly, reviewAnomaly } from './anomaly-actions'
import { answerCallBack, readCallBack, readCallBackFigures, readCallBacks } from './call-back-actions'

/** 异常与抽查: looked at by the office, never a punishment. */
export function spotCheckRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListAnomalies, ({ deps, actor, body }) => readAnomalies(deps, actor, body))
  on(
    ReviewAnomaly,
    ({ deps, actor, params, body, send }) => reviewAnomaly(deps, actor, params.id, body.note, send),
    ({ deps, actor, params }) => readAnomaly(deps, actor, params.id),
  )
  on(ListCallBacks, ({ deps, actor, body }) => readCallBacks(deps, actor, body.month))
  on(
    RecordCallBack,
    ({ deps, actor, params, body, send }) => answerCallBack(deps, actor, params.id, body, send),
    ({ deps, actor, params }) => readCallBack(deps, actor, params.id),
  )
  on(GetCallBackFigures, ({ deps }) => readCallBackFigures(deps))
}
