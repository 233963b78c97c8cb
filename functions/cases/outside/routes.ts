import type { Hono } from 'hono'
import {
  AnswerOutsideCase,
  CreateOutsideLink,
  EndOutsideLink,
  ListOutsideLinks,
  LookAtOutsideCase,
} from '../../../shared/cases/outside-contract'
import type { Env } from '../../http/deps'
import { mount } from '../../http/mount'
import {
  answerOutsideCase,
  createOutsideLink,
  endOutsideLink,
  listOutsideLinks,
  lookAtOutsideCase,
  readLink,
} from './actions'

export function outsideRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListOutsideLinks, ({ deps, actor, params }) => listOutsideLinks(deps, actor, params.id))
  on(
    CreateOutsideLink,
    ({ deps, actor, params, body, send }) => createOutsideLink(deps, actor, params.id, body, send),
    async ({ deps, actor, subjectId }) => ({ ...(await readLink(deps, actor, subjectId)), token: null }),
  )
  on(
    EndOutsideLink,
    ({ deps, actor, params, send }) => endOutsideLink(deps, actor, params.id, send),
    ({ deps, actor, subjectId }) => readLink(deps, actor, subjectId),
  )
  on(LookAtOutsideCase, ({ deps, body }) => lookAtOutsideCase(deps, body.token))
  on(
    AnswerOutsideCase,
    ({ deps, body }) => answerOutsideCase(deps, body),
    ({ deps, body }) => lookAtOutsideCase(deps, body.token),
  )
}
