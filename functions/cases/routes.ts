import type { Hono } from 'hono'
import * as z from 'zod'
import {
  CALENDAR_BYTES_MAX,
  CheckWorkYear,
  FillWorkYear,
  GetWorkYear,
  GetWorkYearTable,
  ImportWorkYear,
} from '../../shared/cases/calendar-contract'
import { ChangeCategory, GetCategoryHistory, ListCategoryRules } from '../../shared/cases/category-contract'
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
import { ExportCases, ListExports } from '../../shared/cases/export-contract'
import { FEED_FORMS, FEED_TYPES } from '../../shared/cases/feed'
import { ListHolds } from '../../shared/cases/hold-contract'
import { CheckCasePhotos, ListCasePhotos, OpenOriginal } from '../../shared/cases/photo-contract'
import { clean } from '../http/clean'
import { conditional, originOf } from '../http/conditional'

import type { Env } from '../http/deps'
import { mountDownload } from '../http/download'
import { mount, parse } from '../http/mount'
import { mountReading, mountUpload } from '../http/upload'
import { listCases, readCase, readMovedCase, transitionCase } from './actions'
import { changeCategory, listCategoryRules, readCategoryHistory } from './category-actions'
import { listMyCases, rateCase, readMyCase, transitionMyCase } from './citizen-actions'
import { listSimilarToCase } from './desk-actions'
import { exportCases, listExports } from './export-actions'
import { readCaseFeed } from './feed-actions'
import { listHolds } from './hold-actions'

import { checkCasePhotos, listCasePhotos, openOriginal, openOriginalAgain } from './photo-actions'
import { listCategories, listPublicCases, readMonthFigures, readPublicCase } from './public-actions'
import { checkWorkYear, fillWorkYear, importWorkYear, readWorkYear, workYearTable } from './work-year-actions'

export function caseRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListCases, ({ deps, actor, body }) => listCases(deps, actor, body))
  // Before the case of a name, or `export` would be taken for one.
  mountDownload(app)(ExportCases, ({ deps, actor, body }) => exportCases(deps, actor, body))
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
  on(ListHolds, ({ deps, body }) => listHolds(deps, body))
  on(ListCategories, ({ deps }) => listCategories(deps))
  on(ListExports, ({ deps, actor, body }) => listExports(deps, actor, body))
  on(GetMonthFigures, ({ deps }) => readMonthFigures(deps))
}

const feedQuery = z.object({ gridId: z.string().max(64).optional(), categoryCode: z.string().max(8).optional() })

/** Public feeds for any reader: plain addresses outside `/api`, so that people can paste them. */
export function caseFeedRoutes(app: Hono<Env>) {
  for (const form of FEED_FORMS)
    app.get(`/feeds/cases.${form}`, async (c) => {
      const { gridId, categoryCode } = parse(feedQuery, clean(c.req.query()))
      const origin = originOf(c)
      const feed = await readCaseFeed(c.var.deps, { form, gridId, categoryCode, origin })
      return conditional(c, { ...feed, type: FEED_TYPES[form] })
    })
}

const CALENDAR = { bytesMax: CALENDAR_BYTES_MAX, zh: '表格文件', tooLargeZh: '文件超过 512 KB，一年只要几十行' }
/** 照片: which of them may be seen outside, and the mask on them. */
export function casePhotoRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListCasePhotos, ({ deps, actor, params }) => listCasePhotos(deps, actor, params.id))
  on(
    CheckCasePhotos,
    ({ deps, actor, params, body, send }) => checkCasePhotos(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => listCasePhotos(deps, actor, subjectId),
  )
  on(
    OpenOriginal,
    ({ deps, actor, params, body, send }) => openOriginal(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => openOriginalAgain(deps, actor, subjectId),
  )
}

/** 工作日历, for the administrator. */
export function calendarRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(GetWorkYear, ({ deps, body }) => readWorkYear(deps, body.year))
  mountDownload(app)(GetWorkYearTable, ({ deps, actor, body }) => workYearTable(deps, actor, body.year))
  mountReading(app, CALENDAR)(CheckWorkYear, ({ deps, actor, body, bytes }) =>
    checkWorkYear(deps, actor, body.year, bytes),
  )
  mountUpload(app, CALENDAR)(
    ImportWorkYear,
    ({ deps, actor, body, bytes, send }) => importWorkYear(deps, actor, { ...body, bytes }, send),
    ({ deps, subjectId }) => readWorkYear(deps, Number(subjectId)),
  )
  on(
    FillWorkYear,
    ({ deps, actor, body, send }) => fillWorkYear(deps, actor, body.year, send),
    ({ deps, subjectId }) => readWorkYear(deps, Number(subjectId)),
  )
}

/** 类别与时限, for the administrator. */
export function categoryRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListCategoryRules, ({ deps }) => listCategoryRules(deps))
  on(GetCategoryHistory, ({ deps, params }) => readCategoryHistory(deps, params.id))
  on(
    ChangeCategory,
    ({ deps, actor, params, body, send }) => changeCategory(deps, actor, params.id, body, send),
    ({ deps, subjectId }) => readCategoryHistory(deps, subjectId),
  )
}
