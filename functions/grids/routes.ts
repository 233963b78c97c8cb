import type { Hono } from 'hono'
import { GetCounty, GetGrid, GetMap, ListGrids, ListUnits, ResolvePlace } from '../../shared/grids/contract'
import { ChangeDuty, EndDuty, GetDutyHistory } from '../../shared/grids/duty-contract'
import { CreateInvite, GrantRole } from '../../shared/people/staff-contract'
import type { Env } from '../http/deps'
import { mount } from '../http/mount'
import { readInvite } from '../people/invite-actions'
import { readStaff } from '../people/staff-actions'
import { listGrids, listUnits, readCounty, readGrid, readMap, readPlace } from './actions'
import { changeDuty, endDuty, readDutyHistory } from './duty-actions'
import { grantScopedRole, inviteScoped } from './scope-actions'

export function gridRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(GetCounty, ({ deps }) => readCounty(deps))
  on(GetMap, ({ deps }) => readMap(deps))
  on(ResolvePlace, ({ deps, actor, body }) => readPlace(deps, actor, body))
  on(ListGrids, ({ deps, body }) => listGrids(deps, body))
  on(GetGrid, ({ deps, actor, params }) => readGrid(deps, actor, params.id))
  on(ListUnits, ({ deps, body }) => listUnits(deps, body))
}

/** Roles reach over grids and units, whose names are known here. */
export function grantRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(
    GrantRole,
    ({ deps, actor, params, body, send }) => grantScopedRole(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => readStaff(deps, actor, subjectId),
  )
  on(
    CreateInvite,
    ({ deps, actor, body, send }) => inviteScoped(deps, actor, body, send),
    async ({ deps, subjectId }) => ({ ...(await readInvite(deps, subjectId)), token: null }),
  )
}

/** 责任链: who answers for a grid, from which day on. */
export function dutyRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(GetDutyHistory, ({ deps, params }) => readDutyHistory(deps, params.id))
  on(
    ChangeDuty,
    ({ deps, actor, params, body, send }) => changeDuty(deps, actor, params.id, body, send),
    ({ deps, subjectId }) => readDutyHistory(deps, subjectId),
  )
  on(
    EndDuty,
    ({ deps, actor, params, body, send }) => endDuty(deps, actor, params.id, body.endsOn, send),
    ({ deps, subjectId }) => readDutyHistory(deps, subjectId),
  )
}
