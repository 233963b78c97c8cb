import type { Hono } from 'hono'
import { ComplainAboutCase, DecideComplaint, ListComplaints } from '../../../shared/cases/complaint-contract'
import type { Env } from '../../http/deps'
import { mount } from '../../http/mount'
import { complain, decideComplaint, listComplaints, readComplained, readComplaint } from './actions'

export function complaintRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(
    ComplainAboutCase,
    ({ deps, actor, params, body, send }) => complain(deps, actor, params.id, body, send),
    ({ deps, subjectId }) => readComplained(deps, subjectId),
  )
  on(ListComplaints, ({ deps, actor }) => listComplaints(deps, actor))
  on(
    DecideComplaint,
    ({ deps, actor, params, body, send }) => decideComplaint(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => readComplaint(deps, actor, subjectId),
  )
}
