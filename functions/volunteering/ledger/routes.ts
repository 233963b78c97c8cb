import type { Hono } from 'hono'
import {
  ExportHoursJournal,
  ExportServiceRecords,
  GetHoursTotals,
  ListHoursExports,
  VerifyHoursLedger,
} from '../../../shared/volunteering/ledger/book-contract'
import {
  AskHoursCheck,
  CorrectHours,
  GetMyRecord,
  ListHoursRequests,
  MoveHoursRequest,
  ProposeBackfill,
  ProposeOwnHours,
} from '../../../shared/volunteering/ledger/requests-contract'
import type { Env } from '../../http/deps'
import { mountDownload } from '../../http/download'
import { mount } from '../../http/mount'
import { exportJournal, exportRecords, readHoursExports, readTotalsOfAll, readVerification } from './book-actions'
import {
  askHoursCheck,
  correctHours,
  listHoursRequests,
  moveHoursRequest,
  proposeBackfill,
  proposeOwnHours,
  readHoursRequest,
  readMyRecord,
} from './request-actions'

export function hoursLedgerRoutes(app: Hono<Env>) {
  requestRoutes(app)
  bookRoutes(app)
}

function bookRoutes(app: Hono<Env>) {
  const on = mount(app)
  const give = mountDownload(app)
  on(GetHoursTotals, ({ deps, actor }) => readTotalsOfAll(deps, actor))
  on(VerifyHoursLedger, ({ deps, actor }) => readVerification(deps, actor))
  give(ExportHoursJournal, ({ deps, actor, body }) => exportJournal(deps, actor, body.reason))
  give(ExportServiceRecords, ({ deps, actor, body }) => exportRecords(deps, actor, body.reason))
  on(ListHoursExports, ({ deps, actor, body }) => readHoursExports(deps, actor, body))
}

function requestRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(GetMyRecord, ({ deps, actor, params }) => readMyRecord(deps, actor, params.id))
  on(
    AskHoursCheck,
    ({ deps, actor, params, body, send }) => askHoursCheck(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => readHoursRequest(deps, actor, subjectId),
  )
  on(
    CorrectHours,
    ({ deps, actor, params, body, send }) => correctHours(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => readHoursRequest(deps, actor, subjectId),
  )
  on(
    ProposeBackfill,
    ({ deps, actor, params, body, send }) => proposeBackfill(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => readHoursRequest(deps, actor, subjectId),
  )
  on(
    ProposeOwnHours,
    ({ deps, actor, params, send }) => proposeOwnHours(deps, actor, params.id, send),
    ({ deps, actor, subjectId }) => readHoursRequest(deps, actor, subjectId),
  )
  on(ListHoursRequests, ({ deps, actor, body }) => listHoursRequests(deps, actor, body))
  on(
    MoveHoursRequest,
    ({ deps, actor, params, body, send }) => moveHoursRequest(deps, actor, params.id, body, send),
    ({ deps, actor, params }) => readHoursRequest(deps, actor, params.id),
  )
}
