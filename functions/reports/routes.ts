import type { Hono } from 'hono'
import { JoinCase, ListCaseReports, ListSimilarCases, SubmitReport } from '../../shared/reports/contract'
import { readMyCase } from '../cases/citizen-actions'
import type { Env } from '../http/deps'
import { mount } from '../http/mount'
import { joinCase, listCaseReports, listSimilarCases, submitReport } from './actions'

export function reportRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(
    SubmitReport,
    ({ deps, actor, body, send }) => submitReport(deps, actor, body, send),
    ({ deps, actor, subjectId }) => readMyCase(deps, actor, subjectId),
  )
  on(
    JoinCase,
    ({ deps, actor, params, send }) => joinCase(deps, actor, params.id, send),
    ({ deps, actor, subjectId }) => readMyCase(deps, actor, subjectId),
  )
  on(ListSimilarCases, ({ deps, actor, body }) => listSimilarCases(deps, actor, body))
  on(ListCaseReports, ({ deps, actor, params }) => listCaseReports(deps, actor, params.id))
}
