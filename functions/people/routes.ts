import type { Hono } from 'hono'
import {
  EndSession,
  GetMe,
  ListDemoAccounts,
  ListInspectors,
  StartDemoSession,
  StartWechatSession,
} from '../../shared/people/contract'
import type { Env } from '../http/deps'
import { mount } from '../http/mount'
import { endMySession, listDemoAccounts, listInspectors, readMe, startDemoSession, startWechatSession } from './actions'

export function peopleRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(StartWechatSession, ({ deps, body }) => startWechatSession(deps, body.code))
  on(ListDemoAccounts, ({ deps }) => listDemoAccounts(deps))
  on(StartDemoSession, ({ deps, body }) => startDemoSession(deps, body.personId))
  on(GetMe, ({ deps, actor }) => readMe(deps, actor))
  on(ListInspectors, ({ deps, body }) => listInspectors(deps, body.gridId))
  on(EndSession, ({ deps, token }) => endMySession(deps, token))
}
