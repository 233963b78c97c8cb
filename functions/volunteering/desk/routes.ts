import type { Hono } from 'hono'
import { CreateActivity, ListActivityDesk, TransitionActivity } from '../../../shared/volunteering/desk-contract'
import { CreateSeries, ListSeries } from '../../../shared/volunteering/series-contract'
import {
  AnswerReconsent,
  EditActivity,
  GetActivitySheet,
  SaveActivity,
} from '../../../shared/volunteering/sheet-contract'
import type { Env } from '../../http/deps'
import { mount } from '../../http/mount'
import { readActivity, readActivityDesk } from '../activity-actions'
import { readWithdrawn } from '../sign-up-actions'
import { createActivity, readMoved, readSheet, saveActivity, transitionActivity } from './draft-actions'
import { editActivity } from './edit-actions'
import { answerReconsent } from './reconsent-actions'
import { createSeries, readSeries } from './series-actions'

/** 活动台账: an activity from its draft to its last version, and the people a change asks. */
export function activityDeskRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListActivityDesk, ({ deps, actor, body }) => readActivityDesk(deps, actor, body))
  on(GetActivitySheet, ({ deps, actor, params }) => readSheet(deps, actor, params.id))
  on(
    CreateActivity,
    ({ deps, actor, body, send }) => createActivity(deps, actor, body, send),
    ({ deps, actor, subjectId }) => readActivity(deps, actor, subjectId),
  )
  on(
    SaveActivity,
    ({ deps, actor, params, body, send }) => saveActivity(deps, actor, params.id, body, send),
    ({ deps, actor, params }) => readSheet(deps, actor, params.id),
  )
  on(
    EditActivity,
    ({ deps, actor, params, body, send }) => editActivity(deps, actor, params.id, body, send),
    ({ deps, actor, params }) => readSheet(deps, actor, params.id),
  )
  on(
    TransitionActivity,
    ({ deps, actor, params, body, send }) => transitionActivity(deps, actor, params.id, body, send),
    ({ deps, actor, params, body }) => readMoved(deps, actor, params.id, body),
  )
  on(
    AnswerReconsent,
    ({ deps, actor, params, body, send }) => answerReconsent(deps, actor, params.id, body.answer, send),
    ({ deps, actor, params }) => readWithdrawn(deps, actor, params.id),
  )
  on(ListSeries, ({ deps }) => readSeries(deps))
  on(
    CreateSeries,
    ({ deps, actor, body, send }) => createSeries(deps, actor, body, send),
    ({ deps }) => readSeries(deps),
  )
}
