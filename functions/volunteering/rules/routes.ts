import type { Hono } from 'hono'
import {
  ChangeVolunteeringRules,
  GetVolunteeringRules,
  ListPointRules,
  SetPointRule,
} from '../../../shared/volunteering/rules/contract'
import type { Env } from '../../http/deps'
import { mount } from '../../http/mount'
import { changeRules, readRules } from './actions'
import { readPointRules, setPointRule } from './point-actions'

export function volunteeringRuleRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(GetVolunteeringRules, ({ deps, actor }) => readRules(deps, actor))
  on(
    ChangeVolunteeringRules,
    ({ deps, actor, body, send }) => changeRules(deps, actor, body, send),
    ({ deps, actor }) => readRules(deps, actor),
  )
  on(ListPointRules, ({ deps, actor }) => readPointRules(deps, actor))
  on(
    SetPointRule,
    ({ deps, actor, body: { key: _key, ...rule }, send }) => setPointRule(deps, actor, rule, send),
    ({ deps, actor }) => readPointRules(deps, actor),
  )
}
