import type { Hono } from 'hono'
import {
  EndSession,
  GetMe,
  ListDemoAccounts,
  ListInspectors,
  StartDemoSession,
  StartWechatSession,
} from '../../shared/people/contract'
import {
  AcceptInvite,
  EndGrant,
  EndInvite,
  EndStaffSessions,
  GetStaff,
  ListChanges,
  ListInvites,
  ListStaff,
  LookAtInvite,
} from '../../shared/people/staff-contract'
import type { Env } from '../http/deps'
import { mount } from '../http/mount'
import { endMySession, listDemoAccounts, listInspectors, readMe, startDemoSession, startWechatSession } from './actions'
import { acceptInvite, endInvite, listInvites, lookAtInvite, readAccepted, readInvite } from './invite-actions'
import { endGrant, endStaffSessions, listChanges, listStaff, readStaff } from './staff-actions'

export function peopleRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(StartWechatSession, ({ deps, body }) => startWechatSession(deps, body.code))
  on(ListDemoAccounts, ({ deps }) => listDemoAccounts(deps))
  on(StartDemoSession, ({ deps, body }) => startDemoSession(deps, body.personId))
  on(GetMe, ({ deps, actor }) => readMe(deps, actor))
  on(ListInspectors, ({ deps, body }) => listInspectors(deps, body.gridId))
  on(EndSession, ({ deps, token }) => endMySession(deps, token))
}

/** What an administrator does with people; handing out roles is mounted where grids and units are known. */
export function staffRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListStaff, ({ deps, actor, body }) => listStaff(deps, actor, body))
  on(GetStaff, ({ deps, actor, params }) => readStaff(deps, actor, params.id))
  on(
    EndGrant,
    ({ deps, actor, params, send }) => endGrant(deps, actor, params.id, send),
    ({ deps, actor, subjectId }) => readStaff(deps, actor, subjectId),
  )
  on(
    EndStaffSessions,
    ({ deps, actor, params, send }) => endStaffSessions(deps, actor, params.id, send),
    ({ deps, actor, subjectId }) => readStaff(deps, actor, subjectId),
  )
  on(ListInvites, ({ deps, actor, body }) => listInvites(deps, actor, body))
  on(LookAtInvite, ({ deps, body }) => lookAtInvite(deps, body.token))
  on(
    AcceptInvite,
    ({ deps, actor, body, send }) => acceptInvite(deps, actor, body.token, send),
    ({ deps, subjectId }) => readAccepted(deps, subjectId),
  )
  on(
    EndInvite,
    ({ deps, actor, params, send }) => endInvite(deps, actor, params.id, send),
    ({ deps, subjectId }) => readInvite(deps, subjectId),
  )
  on(ListChanges, ({ deps, actor, body }) => listChanges(deps, actor, body))
}
