import type { z } from 'zod'
import type { MyCaseView } from '../../shared/cases/contract'
import { CASE_SOURCE_ZH, HIDDEN_ZH } from '../../shared/cases/words'
import { distanceM } from '../../shared/kit/geo'
import { maskName } from '../../shared/kit/mask'
import { addDays, shanghai, shanghaiMoment } from '../../shared/kit/time'
import { type Actor, holdsGrid } from '../../shared/people/roles'
import type {
  IDENTITIES,
  ListCaseReports,
  ListSimilarCases,
  SimilarCase,
  SubmitReport,
} from '../../shared/reports/contract'
import { decideReport } from '../../shared/reports/decide'
import { answersFor } from '../../shared/reports/questions'
import { bySimilarity, looksLike } from '../../shared/reports/similar'
import { readCalendar } from '../cases/calendar'
import { findCase, findCategory } from '../cases/case-queries'
import { readMyCase } from '../cases/citizen-actions'
import { publicPlace } from '../cases/public-place'
import { listSimilar } from '../cases/public-queries'
import { brokenConstraint } from '../db/errors'
import { photoView } from '../files/actions'
import { checkWords } from '../files/content-actions'
import { findNumberPrefix, resolvePlace, resolveTown } from '../grids/actions'
import type { Deps, Send } from '../http/deps'
import { fail, grant } from '../http/refused'
import { seal } from '../http/sealing'
import { requireConsent } from '../people/consents/consent-actions'
import { listCallbacks } from './caller-queries'
import { callbackView } from './intake-actions'
import { recordJoin } from './join-queries'
import { findJoinable, findQuestions, findReportFacts, listReportsOf } from './queries'
import { recordReport } from './record-queries'

type Report = z.output<typeof SubmitReport.body>

/** 随手拍 becomes a case: checked, placed, numbered and recorded; the reporter sees it like a parcel at once. */
export async function submitReport(deps: Deps, actor: Actor, body: Report, send: Send): Promise<MyCaseView> {
  await checkConsents(deps, actor, body)
  const at = deps.now()
  const { day } = shanghai(at)
  const [facts, category, place, prefix, calendar, questions] = await Promise.all([
    findReportFacts(deps.db, actor.id, shanghaiMoment(day), body.photos),
    findCategory(deps.db, body.categoryCode, at),
    body.townId === null ? resolvePlace(deps, body.position) : resolveTown(deps, body.townId),
    findNumberPrefix(deps),
    readCalendar(deps.db, at),
    findQuestions(deps.db, body.categoryCode),
  ])
  const { today, free: freePhotos } = facts
  const decision = grant(decideReport(body, { today, freePhotos, category, questions, place, calendar, at }))
  const [id, reportId] = [deps.newId(), deps.newId()]
  await checkWords(deps, actor, body.words, { kind: 'report', subjectId: reportId, field: 'words' })
  const contact = body.contact && (await seal(deps.secret, reportId, body.contact))
  await recordReport(deps.db, send, decision, {
    caseId: id,
    eventId: deps.newId(),
    reportId,
    contact,
    personId: actor.id,
    day,
    prefix: `${prefix}-${day.slice(2).replaceAll('-', '')}-`,
  }).catch(asUsedPhoto)
  return readMyCase(deps, actor, id)
}

/** A place pointed at on the map needs none, nor does an anonymous report: nobody is kept from telling. */
async function checkConsents(deps: Deps, { id }: Actor, { position, contact }: Report) {
  if (position.accuracyM !== null) await requireConsent(deps, id, 'precise_location')
  if (contact?.phone) await requireConsent(deps, id, 'phone')
}

function asUsedPhoto(err: unknown): never {
  if (brokenConstraint(err, 'case_photos_pkey')) return fail('invalid', '有照片已经用过，请重新上传', 'photos')
  throw err
}

/** 我也遇到. Joining what one follows already is no error: the answer is the same. */
export async function joinCase(deps: Deps, actor: Actor, id: string, send: Send): Promise<MyCaseView> {
  const found = (await findJoinable(deps.db, id, actor.id)) ?? fail('not_found', '没有找到这件反映')
  const caseId = found.masterId ?? found.id
  if (found.mine) return readMyCase(deps, actor, caseId)
  if (['rejected', 'withdrawn'].includes(found.state)) return fail('wrong_state', '那件反映没有受理，请单独提交您的')
  await recordJoin(deps.db, send, { caseId, reportId: deps.newId(), personId: actor.id, at: deps.now() }).catch(
    (err: unknown) => {
      if (!brokenConstraint(err, 'case_followers_pkey')) throw err
    },
  )
  return readMyCase(deps, actor, caseId)
}

type Place = z.output<typeof ListSimilarCases.body>

export async function listSimilarCases(deps: Deps, actor: Actor, { lng, lat, categoryCode, photoId = '' }: Place) {
  const category =
    (await findCategory(deps.db, categoryCode, deps.now())) ?? fail('invalid', '没有这个类别', 'categoryCode')
  const { nearM, nearDays } = category
  const since = addDays(deps.now(), -nearDays)
  const rows = await listSimilar(deps.db, {
    lng,
    lat,
    categoryCode,
    nearM,
    since,
    personId: actor.id,
    photoId: photoId || null,
  })
  const cards = rows.map((row): SimilarCase => {
    const { id, state, followers, mine } = row
    const { title, addressZh } = publicPlace(deps, row)
    const photo = row.before && row.isPublic ? photoView(deps, row.before) : null
    const day = shanghai(row.submittedAt).day
    return {
      id,
      title,
      state,
      addressZh,
      followers,
      mine,
      photo,
      day,
      // Nor whether it looks the same: a picture of a door would be an answer.
      sameView: !row.isFuzzed && looksLike(row.ownPrint, row.prints),
      // Of a sensitive class not even how near it is: three questions would find the door.
      distanceM: row.isFuzzed ? nearM : Math.round(distanceM({ lng, lat }, row)),
    }
  })
  return {
    items: cards
      .filter((card) => card.distanceM <= nearM)
      .sort(bySimilarity)
      .slice(0, 3),
  }
}

const REPORTER_ZH: Record<(typeof IDENTITIES)[number], (name: string) => string> = {
  anonymous: () => '匿名',
  wechat: (name) => `${maskName(name)}（微信，可站内回复）`,
  real_name: () => '实名（姓名电话已封存）',
}

/** Only for a case the office may see; an anonymous reporter has no name here either. */
export async function listCaseReports(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<z.input<typeof ListCaseReports.reply>> {
  const { gridId } = (await findCase(deps.db, actor, id)) ?? fail('not_found', '没有找到这件案件')
  const isReviewer = holdsGrid(actor, 'reviewer', gridId)
  const [rows, callbacks] = await Promise.all([listReportsOf(deps.db, id), listCallbacks(deps.db, id)])
  return {
    people: new Set(rows.map(({ personId }) => personId)).size,
    items: rows.map((row) => ({
      ...{ id: row.id, isFirst: row.isFirst, sourceZh: CASE_SOURCE_ZH[row.source] },
      reporterZh: REPORTER_ZH[row.identity](row.name),
      words: row.hiddenAt === null || isReviewer ? row.words : HIDDEN_ZH,
      isHidden: row.hiddenAt !== null,
      hasContact: row.hasContact,
      answers: answersFor(row.answers, isReviewer).map(({ zh, answerZh, isPrivate }) => ({ zh, answerZh, isPrivate })),
      photos: row.photos.map((photo) => photoView(deps, photo)),
      callbacks: callbacks.filter(({ reportId }) => reportId === row.id).map(callbackView),
      at: row.at.toISOString(),
    })),
  }
}
