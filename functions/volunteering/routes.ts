import type { Hono } from 'hono'
import {
  CheckIn,
  CheckOut,
  GetMyAttendance,
  GetMyHours,
  GetMyShift,
  ListMySignUps,
} from '../../shared/volunteering/attendance-contract'
import { GetActivity, GetActivityMonth, ListActivities, SignUp, Withdraw } from '../../shared/volunteering/contract'
import {
  CloseShift,
  ConfirmAttendance,
  ConfirmShift,
  GetShiftBoard,
  GetShiftCode,
  ListMyShifts,
} from '../../shared/volunteering/leader-contract'
import { AnswerOffer, DecideSignUp } from '../../shared/volunteering/queue-contract'
import { RegisterVolunteer } from '../../shared/volunteering/register-contract'
import type { Env } from '../http/deps'
import { mount } from '../http/mount'
import { readActivities, readActivity, readActivityMonth } from './activity-actions'
import { readMyAttendance, readMyShift, showCode } from './attendance-actions'
import { activityDeskRoutes } from './desk/routes'
import { doorRoutes } from './door-routes'
import { readMyHours } from './hours-actions'
import { closeShift, confirmShift, readBoard, readLedShifts, readShiftCode, tickAttendance } from './leader-actions'
import { readMySignUps } from './my-sign-up-actions'
import { decideSignUpOf } from './roll-actions'
import {
  answerOffer,
  readSignedUp,
  readVolunteer,
  readWithdrawn,
  registerVolunteer,
  signUp,
  wishOf,
  withdraw,
} from './sign-up-actions'

export function volunteeringRoutes(app: Hono<Env>) {
  volunteerRoutes(app)
  leaderRoutes(app)
  activityDeskRoutes(app)
  doorRoutes(app)
}

function volunteerRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListActivities, ({ deps, body }) => readActivities(deps, body))
  on(GetActivityMonth, ({ deps, body }) => readActivityMonth(deps, body.month))
  on(GetActivity, ({ deps, actor, params }) => readActivity(deps, actor, params.id))
  on(
    RegisterVolunteer,
    ({ deps, actor, body, send }) => registerVolunteer(deps, actor, body, send),
    ({ deps, actor }) => readVolunteer(deps, actor),
  )
  on(
    SignUp,
    ({ deps, actor, params, body, send }) => signUp(deps, actor, wishOf(params.id, body), send),
    ({ deps, actor, params }) => readSignedUp(deps, actor, params.id),
  )
  on(
    Withdraw,
    ({ deps, actor, params, body, send }) => withdraw(deps, actor, params.id, body.note, send),
    ({ deps, actor, params }) => readWithdrawn(deps, actor, params.id),
  )
  on(
    AnswerOffer,
    ({ deps, actor, params, body, send }) => answerOffer(deps, actor, params.id, body.answer, send),
    ({ deps, actor, params }) => readWithdrawn(deps, actor, params.id),
  )
  on(GetMyShift, ({ deps, actor }) => readMyShift(deps, actor))
  on(GetMyAttendance, ({ deps, actor, params }) => readMyAttendance(deps, actor, params.id))
  on(
    CheckIn,
    ({ deps, actor, params, body, send }) => showCode(deps, actor, params.id, 'in', body, send),
    ({ deps, actor, params }) => readMyAttendance(deps, actor, params.id),
  )
  on(
    CheckOut,
    ({ deps, actor, params, body, send }) => showCode(deps, actor, params.id, 'out', body, send),
    ({ deps, actor, params }) => readMyAttendance(deps, actor, params.id),
  )
  on(ListMySignUps, ({ deps, actor, body }) => readMySignUps(deps, actor, body))
  on(GetMyHours, ({ deps, actor, body }) => readMyHours(deps, actor, body))
}

function leaderRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListMyShifts, ({ deps, actor, body }) => readLedShifts(deps, actor, body))
  on(GetShiftCode, ({ deps, actor, params, body }) => readShiftCode(deps, actor, params.id, body.direction))
  on(GetShiftBoard, ({ deps, actor, params }) => readBoard(deps, actor, params.id))
  on(
    ConfirmAttendance,
    ({ deps, actor, params, body, send }) => tickAttendance(deps, actor, params.id, body, send),
    ({ deps, actor, params }) => readBoard(deps, actor, params.id),
  )
  on(
    DecideSignUp,
    ({ deps, actor, params, body, send }) => decideSignUpOf(deps, actor, params.id, body, send),
    ({ deps, actor, params }) => readBoard(deps, actor, params.id),
  )
  on(
    CloseShift,
    ({ deps, actor, params, send }) => closeShift(deps, actor, params.id, send),
    ({ deps, actor, params }) => readBoard(deps, actor, params.id),
  )
  on(
    ConfirmShift,
    ({ deps, actor, params, send }) => confirmShift(deps, actor, params.id, send),
    ({ deps, actor, params }) => readBoard(deps, actor, params.id),
  )
}
