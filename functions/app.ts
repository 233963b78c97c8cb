import { Hono } from 'hono'
import { ENDPOINTS } from '../shared/registry'
import { announcementRoutes } from './cases/announcements/routes'
import { complaintRoutes } from './cases/complaints/routes'
import { outsideRoutes } from './cases/outside/routes'
import { paperRoutes } from './cases/papers/routes'
import { rateRoutes } from './cases/rates/routes'
import { calendarRoutes, caseFeedRoutes, casePhotoRoutes, caseRoutes, categoryRoutes } from './cases/routes'
import { spotRoutes } from './cases/spots/routes'
import { supervisionRoutes } from './cases/supervision/routes'
import { deskToolRoutes } from './cases/tools/routes'
import { fileRoutes, pushRoutes } from './files/routes'
import { dutyRoutes, grantRoutes, gridRoutes } from './grids/routes'
import type { Deps, Env } from './http/deps'
import { headers } from './http/headers'
import { healthRoutes } from './http/health'
import { observe } from './http/observe'
import { openapiOf } from './http/openapi'
import { onError } from './http/refused'
import { messageRoutes } from './jobs/routes'
import { noticeRoutes } from './notices/routes'
import { whoIs } from './people/actions'
import { consentRoutes, phoneRoutes } from './people/consents/routes'
import { privacyRoutes } from './people/privacy/routes'
import { retentionRoutes } from './people/retention/routes'
import { peopleRoutes, signInRoutes, staffRoutes } from './people/routes'
import { importRoutes, pointRoutes } from './points/routes'
import { open311Routes } from './reports/open311/routes'
import { rewardRoutes } from './reports/rewards/routes'
import { reportRoutes } from './reports/routes'
import { articleRoutes } from './volunteering/articles/routes'
import { calendarFeedRoutes } from './volunteering/calendar/routes'
import { certificateRoutes } from './volunteering/certificates/routes'
import { hoursPublicRoutes } from './volunteering/ledger/public-routes'
import { hoursLedgerRoutes } from './volunteering/ledger/routes'
import { offlineRoutes } from './volunteering/offline/routes'
import { orderRoutes } from './volunteering/orders/routes'
import { volunteerPointRoutes } from './volunteering/points/routes'
import { qualificationRoutes } from './volunteering/qualifications/routes'
import { volunteeringRoutes } from './volunteering/routes'
import { volunteeringRuleRoutes } from './volunteering/rules/routes'
import { sharingRoutes } from './volunteering/sharing/routes'
import { spotCheckRoutes } from './volunteering/spot-checks/routes'
import { teamRoutes } from './volunteering/teams/routes'

/** The doors of every column, ground floor first. */
const ROUTES = [
  peopleRoutes,
  staffRoutes,
  signInRoutes,
  privacyRoutes,
  consentRoutes,
  phoneRoutes,
  retentionRoutes,
  fileRoutes,
  pushRoutes,
  noticeRoutes,
  gridRoutes,
  grantRoutes,
  dutyRoutes,
  pointRoutes,
  importRoutes,
  caseRoutes,
  casePhotoRoutes,
  calendarRoutes,
  categoryRoutes,
  caseFeedRoutes,
  deskToolRoutes,
  supervisionRoutes,
  outsideRoutes,
  complaintRoutes,
  announcementRoutes,
  rateRoutes,
  spotRoutes,
  paperRoutes,
  reportRoutes,
  open311Routes,
  rewardRoutes,
  volunteeringRoutes,
  offlineRoutes,
  spotCheckRoutes,
  teamRoutes,
  sharingRoutes,
  qualificationRoutes,
  articleRoutes,
  volunteeringRuleRoutes,
  orderRoutes,
  volunteerPointRoutes,
  certificateRoutes,
  calendarFeedRoutes,
  hoursLedgerRoutes,
  hoursPublicRoutes,
  messageRoutes,
  healthRoutes,
] as const

/** Everything the server needs from the outside world comes in here; nothing below reads env or clocks. */
export function buildApp(deps: Deps) {
  const app = new Hono<Env>().onError(onError)
  app.use(headers(deps, whoIs(deps)))
  app.use(observe)
  for (const open of ROUTES) open(app)
  app.get('/openapi.json', (c) => c.json(openapiOf(ENDPOINTS, '文明随手拍')))
  app.notFound((c) => c.json({ refused: 'not_found', zh: '没有这个地址' }, 404))
  return app
}
