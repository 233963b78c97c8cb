import type { Hono } from 'hono'
import {
  GetMyTelling,
  JoinCase,
  ListCaseAnswers,
  ListCaseReports,
  ListQuestions,
  ListSimilarCases,
  SubmitReport,
} from '../../shared/reports/contract'
import { HideTelling, ReadContact } from '../../shared/reports/identity-contract'
import { RecordCallback, SubmitIntake } from '../../shared/reports/intake-contract'
import { CreateApiKey, EndApiKey, ListApiKeys } from '../../shared/reports/keys-contract'
import { MAIL_BYTES_MAX } from '../../shared/reports/mail'
import { GetMail, ListMails, ReceiveMail, SetMailAside, UploadMail } from '../../shared/reports/mail-contract'
import { readMyCase } from '../cases/citizen-actions'
import type { Env } from '../http/deps'
import { mount } from '../http/mount'
import { mountSigned } from '../http/signed'
import { mountUpload } from '../http/upload'
import { joinCase, listCaseReports, listSimilarCases, submitReport } from './actions'
import { hideTelling, readContact, readContactAgain } from './contact-actions'
import { readCallback, readIntake, recordCallback, submitIntake } from './intake-actions'
import { createApiKey, endApiKey, listApiKeys, readApiKey } from './key-actions'
import { listMails, readMailView, readTaken, setMailAside, takeMail } from './mail-actions'
import { listCaseAnswers, listQuestions, readMyTelling } from './telling-actions'

const TOO_LARGE_ZH = '邮件超过 15 MB，请让对方压缩照片后再寄'
const EML = { bytesMax: MAIL_BYTES_MAX, zh: '邮件', tooLargeZh: TOO_LARGE_ZH }
const GATEWAY = {
  ...{ bytesMax: MAIL_BYTES_MAX, tooLargeZh: TOO_LARGE_ZH, header: 'X-Mail-Signature' },
  shutZh: '本站没有开通邮件接收：请设置 MAIL_SECRET',
}

function mailRoutes(app: Hono<Env>) {
  const on = mount(app)
  mountSigned(
    app,
    GATEWAY,
    ({ mailSecret }) => mailSecret,
  )(ReceiveMail, (deps, bytes) => takeMail(deps, bytes, { by: null, send: null }))
  mountUpload(app, EML)(
    UploadMail,
    ({ deps, actor, bytes, send }) => takeMail(deps, bytes, { by: actor.id, send }),
    ({ deps, subjectId }) => readTaken(deps, subjectId),
  )
  on(ListMails, ({ deps, actor, body }) => listMails(deps, actor, body))
  on(GetMail, ({ deps, actor, params }) => readMailView(deps, actor, params.id))
  on(
    SetMailAside,
    ({ deps, actor, params, body, send }) => setMailAside(deps, actor, params.id, body, send),
    async ({ subjectId }) => ({ id: subjectId }),
  )
}

export function reportRoutes(app: Hono<Env>) {
  tellingRoutes(app)
  mailRoutes(app)
  const on = mount(app)
  on(
    SubmitReport,
    ({ deps, actor, body, send }) => submitReport(deps, actor, body, send),
    ({ deps, actor, subjectId }) => readMyCase(deps, actor, subjectId),
  )
  on(
    JoinCase,
    ({ deps, actor, params, send }) => joinCase(deps, actor, params.id, send),
    ({ deps, actor, subjectId }) => readMyCase(deps, actor, subjectId),
  )
  on(ListSimilarCases, ({ deps, actor, body }) => listSimilarCases(deps, actor, body))
  on(ListCaseReports, ({ deps, actor, params }) => listCaseReports(deps, actor, params.id))
  on(
    CreateApiKey,
    ({ deps, actor, body, send }) => createApiKey(deps, actor, body, send),
    async ({ deps, subjectId }) => ({ ...(await readApiKey(deps, subjectId)), secret: null }),
  )
  on(ListApiKeys, ({ deps, actor }) => listApiKeys(deps, actor))
  on(
    EndApiKey,
    ({ deps, actor, params, send }) => endApiKey(deps, actor, params.id, send),
    ({ deps, subjectId }) => readApiKey(deps, subjectId),
  )
}

/** What was told besides photo and place, by whom, and through whom. */
function tellingRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListQuestions, ({ deps }) => listQuestions(deps))
  on(ListCaseAnswers, ({ deps, actor, params }) => listCaseAnswers(deps, actor, params.id))
  on(GetMyTelling, ({ deps, actor, params }) => readMyTelling(deps, actor, params.id))
  on(
    HideTelling,
    ({ deps, actor, params, body, send }) => hideTelling(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => readMyTelling(deps, actor, subjectId),
  )
  on(
    ReadContact,
    ({ deps, actor, params, body, send }) => readContact(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => readContactAgain(deps, actor, subjectId),
  )
  on(
    SubmitIntake,
    ({ deps, actor, body, send }) => submitIntake(deps, actor, body, send),
    ({ deps, subjectId }) => readIntake(deps, subjectId),
  )
  on(
    RecordCallback,
    ({ deps, actor, params, body, send }) => recordCallback(deps, actor, params.id, body, send),
    ({ deps, subjectId }) => readCallback(deps, subjectId),
  )
}
