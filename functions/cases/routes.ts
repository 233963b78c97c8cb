import type { Hono } from 'hono'
import {
  GetMonthFigures,
  GetMyCase,
  GetPublicCase,
  ListCategories,
  ListMyCases,
  ListPublicCases,
  RateCase,
} from '../../shared/cases/citizen-contract'
import { GetCase, ListCases, TransitionCase, TransitionMyCase } from '../../shared/cases/contract'
import { ListSimilarToCase } from '../../shared/cases/desk-contract'
import type { Env } from '../http/deps'
import { mount } from '../http/mount'
import { listCases, readCase, readMovedCase, transitionCase } from './actions'
import { listMyCases, rateCase, readMyCase, transitionMyCase } from './citizen-actions'
import { listSimilarToCase } from './desk-actions'
import { listCategories, listPublicCases, readMonthFigures, readPublicCase } from './public-actions'

export function caseRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListCases, ({ deps, actor, body }) => listCases(deps, actor, body))
  on(GetCase, ({ deps, actor, params }) => readCase(deps, actor, params.id))
  on(ListSimilarToCase, ({ deps, actor, params }) => listSimilarToCase(deps, actor, params.id))
  on(
    TransitionCase,
    ({ deps, actor, params, body, send }) => transitionCase(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => readMovedCase(deps, actor, subjectId),
  )
  on(ListMyCases, ({ deps, actor, body }) => listMyCases(deps, actor, body))
  on(GetMyCase, ({ deps, actor, params }) => readMyCase(deps, actor, params.id))
  on(
    TransitionMyCase,
    ({ deps, actor, params, body, send }) => transitionMyCase(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => readMyCase(deps, actor, subjectId),
  )
  on(
    RateCase,
    ({ deps, actor, params, body, send }) => rateCase(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => readMyCase(deps, actor, subjectId),
  )
  on(ListPublicCases, ({ deps, body }) => listPublicCases(deps, body))
  on(GetPublicCase, ({ deps, params }) => readPublicCase(deps, params.id))
  on(ListCategories, ({ deps }) => listCategories(deps))
  on(GetMonthFigures, ({ deps }) => readMonthFigures(deps))
}
