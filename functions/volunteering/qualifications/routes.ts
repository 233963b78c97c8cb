import type { Hono } from 'hono'
import {
  ChangeQualificationKind,
  CreateQualificationKind,
  EndQualification,
  ListMyQualifications,
  ListQualificationKinds,
  ListQualifications,
  RecordQualification,
} from '../../../shared/volunteering/qualifications/contract'
import type { Env } from '../../http/deps'
import { mount } from '../../http/mount'
import {
  addQualification,
  changeKind,
  createKind,
  endQualification,
  readEnded,
  readKind,
  readKinds,
  readMyQualifications,
  readQualifications,
} from './actions'

export function qualificationRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListQualificationKinds, ({ deps, actor }) => readKinds(deps, actor))
  on(
    CreateQualificationKind,
    ({ deps, actor, body, send }) => createKind(deps, actor, body, send),
    ({ deps, subjectId }) => readKind(deps, subjectId),
  )
  on(
    ChangeQualificationKind,
    ({ deps, actor, params, body, send }) => changeKind(deps, actor, params.id, body, send),
    ({ deps, params }) => readKind(deps, params.id),
  )
  on(ListMyQualifications, ({ deps, actor }) => readMyQualifications(deps, actor))
  on(ListQualifications, ({ deps, actor, params }) => readQualifications(deps, actor, params.number))
  on(
    RecordQualification,
    ({ deps, actor, params, body, send }) => addQualification(deps, actor, params.number, body, send),
    ({ deps, actor, params }) => readQualifications(deps, actor, params.number),
  )
  on(
    EndQualification,
    ({ deps, actor, params, body, send }) => endQualification(deps, actor, params.id, body.note, send),
    ({ deps, actor, params }) => readEnded(deps, actor, params.id),
  )
}
