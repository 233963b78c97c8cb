import type { Hono } from 'hono'
import {
  GetSupervision,
  IssueSupervision,
  ListCaseSupervisions,
  ListSupervisions,
  TransitionSupervision,
} from '../../../shared/cases/supervision-contract'
import type { Env } from '../../http/deps'
import { mount } from '../../http/mount'
import {
  issueSupervision,
  listCaseSupervisions,
  listSupervisions,
  readSupervision,
  transitionSupervision,
} from './actions'

export function supervisionRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListSupervisions, ({ deps, actor, body }) => listSupervisions(deps, actor, body))
  on(GetSupervision, ({ deps, actor, params }) => readSupervision(deps, actor, params.id))
  on(
    TransitionSupervision,
    ({ deps, actor, params, body, send }) => transitionSupervision(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => readSupervision(deps, actor, subjectId),
  )
  on(ListCaseSupervisions, ({ deps, actor, params }) => listCaseSupervisions(deps, actor, params.id))
  on(
    IssueSupervision,
    ({ deps, actor, params, body, send }) => issueSupervision(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => readSupervision(deps, actor, subjectId),
  )
}
