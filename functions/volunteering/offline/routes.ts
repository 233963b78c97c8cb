import type { Hono } from 'hono'
import {
  GetPersonalCode,
  GetShiftKit,
  ListAttendanceFailures,
  ListShiftFailures,
  UploadAttendance,
} from '../../../shared/volunteering/offline/contract'
import type { Env } from '../../http/deps'
import { mount } from '../../http/mount'
import { readPersonalCode, readShiftKit } from './kit-actions'
import { readFailures, readShiftFailures, uploadAttendance } from './upload-actions'

/** 离线签到: what a leader's phone takes along, and what it brings back. */
export function offlineRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(GetPersonalCode, ({ deps, actor, params }) => readPersonalCode(deps, actor, params.id))
  on(GetShiftKit, ({ deps, actor, params }) => readShiftKit(deps, actor, params.id))
  on(
    UploadAttendance,
    ({ deps, actor, params, body, send }) => uploadAttendance(deps, actor, params.id, body, send),
    // Every event answers for itself: what the first send left out is taken now.
    ({ deps, actor, params, body }) => uploadAttendance(deps, actor, params.id, body, null),
  )
  on(ListShiftFailures, ({ deps, actor, params, body }) => readShiftFailures(deps, actor, params.id, body))
  on(ListAttendanceFailures, ({ deps, body }) => readFailures(deps, null, body))
}
