import type { Hono } from 'hono'
import { AskExclusion, DecideExclusion, GetRates, ListRateCases } from '../../../shared/cases/rates-contract'
import type { Env } from '../../http/deps'
import { mount } from '../../http/mount'
import { askExclusion, decideExclusion, listRateCases, readExclusion, readRates } from './actions'

export function rateRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(GetRates, ({ deps, actor, body }) => readRates(deps, actor, body))
  on(ListRateCases, ({ deps, actor, body }) => listRateCases(deps, actor, body))
  on(
    AskExclusion,
    ({ deps, actor, params, body, send }) => askExclusion(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => readExclusion(deps, actor, subjectId),
  )
  on(
    DecideExclusion,
    ({ deps, actor, params, body, send }) => decideExclusion(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => readExclusion(deps, actor, subjectId),
  )
}
