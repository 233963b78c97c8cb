import type { Hono } from 'hono'
import { GetAuditChain, ListAudit } from '../../shared/people/audit-contract'
import {
  EndSession,
  GetMe,
  ListDemoAccounts,
  ListInspectors,
  StartDemoSession,
  StartWechatSession,
} from '../../shared/people/contract'
import {
  ConfirmSecondFactor,
  EndSecondFactor,
  EndStaffFactor,
  GetSecondFactor,
  ShowSecondFactor,
  StartSecondFactor,
} from '../../shared/people/second-factor-contract'
import { EndMySignIn, EndStaffSignIn, ListMySignIns, ListStaffSignIns } from '../../shared/people/sessions-contract'
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
import { ENDPOINTS } from '../../shared/registry'
import type { Env } from '../http/deps'
import { mount } from '../http/mount'
import { endMySession, listDemoAccounts, listInspectors, readMe, startDemoSession, startWechatSession } from './actions'
import { listAudit, readChain } from './audit-actions'
import { confirmFactor, endFactor, endStaffFactor, readFactor, showFactor, startFactor } from './factor-actions'
import { acceptInvite, endInvite, listInvites, lookAtInvite, readAccepted, readInvite } from './invite-actions'
import { endMySignIn, endStaffSignIn, listSignIns, listStaffSignIns } from './session-actions'
import { endGrant, endStaffSessions, listChanges, listStaff, readStaff } from './staff-actions'

/** What an operation of the audit chain is called: its endpoint's own sentence. */
const OP_ZH = Object.fromEntries(Object.values(ENDPOINTS).map(({ verb, path, zh }) => [`${verb} ${path}`, zh]))

export function peopleRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(StartWechatSession, ({ deps, body, device, address }) => startWechatSession(deps, body.code, { device, address }))
  on(ListDemoAccounts, ({ deps }) => listDemoAccounts(deps))
  on(StartDemoSession, ({ deps, body, device, address }) => startDemoSession(deps, body.personId, { device, address }))
  on(GetMe, ({ deps, actor }) => readMe(deps, actor))
  on(ListInspectors, ({ deps, body }) => listInspectors(deps, body.gridId))
  on(EndSession, ({ deps, token }) => endMySession(deps, token))
}

/** 登录与审计: who is signed in where, and what was written down of it. */
export function signInRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListMySignIns, ({ deps, actor, token }) => listSignIns(deps, actor.id, token))
  on(
    EndMySignIn,
    ({ deps, actor, params, token, send }) => endMySignIn(deps, actor, { id: params.id, token }, send),
    ({ deps, actor, token }) => listSignIns(deps, actor.id, token),
  )
  on(ListStaffSignIns, ({ deps, actor, params, token }) => listStaffSignIns(deps, actor, params.id, token))
  on(
    EndStaffSignIn,
    ({ deps, actor, params, token, send }) => endStaffSignIn(deps, actor, { id: params.id, token }, send),
    ({ deps, actor, subjectId, token }) => listStaffSignIns(deps, actor, subjectId, token),
  )
  on(GetSecondFactor, ({ deps, actor, token }) => readFactor(deps, actor, token))
  on(StartSecondFactor, ({ deps, actor }) => startFactor(deps, actor))
  on(ConfirmSecondFactor, ({ deps, actor, body, token }) => confirmFactor(deps, actor, { code: body.code, token }))
  on(ShowSecondFactor, ({ deps, actor, body, token }) => showFactor(deps, actor, { code: body.code, token }))
  on(EndSecondFactor, ({ deps, actor, body, token }) => endFactor(deps, actor, { code: body.code, token }))
  on(
    EndStaffFactor,
    ({ deps, actor, params, send }) => endStaffFactor(deps, actor, params.id, send),
    async () => ({ ended: true as const }),
  )
  on(ListAudit, ({ deps, actor, body }) => listAudit(deps, actor, body, OP_ZH))
  on(GetAuditChain, ({ deps, actor }) => readChain(deps, actor))
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
