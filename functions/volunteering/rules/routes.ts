import type { Hono } from 'hono'
import { ChangeVolunteeringRules, GetVolunteeringRules } from '../../../shared/volunteering/rules/contract'
import type { Env } from '../../http/deps'
import { mount } from '../../http/mount'
import { changeRules, readRules } from './actions'

export function volunteeringRuleRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(GetVolunteeringRules, ({ deps, actor }) => readRules(deps, actor))
  on(
    ChangeVolunteeringRules,
    ({ deps, actor, body, send }) => changeRules(deps, actor, body, send),
    ({ deps, actor }) => readRules(deps, actor),
  )
}
