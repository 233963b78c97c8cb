import type { z } from 'zod'
import { pageFrom, readCursor } from '../../../shared/kit/page'
import { shanghai } from '../../../shared/kit/time'
import type { Actor } from '../../../shared/people/roles'
import type { ListMyCertificates, RequestCertificate } from '../../../shared/volunteering/certificates/contract'
import { checkPeriod, periodOf } from '../../../shared/volunteering/certificates/life'
import { brokenConstraint } from '../../db/errors'
import type { Deps, Send } from '../../http/deps'
import { fail, Refused } from '../../http/refused'
import { findRealName } from './name-queries'
import { findMine, listLines, listMine, listTeamsOf } from './queries'
import { findStanding, recordRequest } from './record-queries'
import { myView } from './view'

const notFound = () => fail('not_found', '没有找到这份证明')

export async function listMyCertificates(
  { db }: Deps,
  actor: Actor,
  { size, cursor }: z.output<typeof ListMyCertificates.body>,
) {
  const [rows, teams] = await Promise.all([
    listMine(db, actor.id, { size, cursor: readCursor(cursor) }),
    listTeamsOf(db, actor.id),
  ])
  const page = pageFrom(rows, size, ({ certificate: { requestedAt, id } }) => ({ at: requestedAt.toISOString(), id }))
  return {
    ...page,
    items: page.items.map(myView),
    teams: teams.map(({ firstAt, ...team }) => ({ ...team, firstDay: shanghai(new Date(firstAt)).day })),
  }
}

export async function readMyCertificate({ db }: Deps, actor: Actor, id: string) {
  return myView((await findMine(db, actor.id, id)) ?? notFound())
}

export async function requestCertificate(
  deps: Deps,
  actor: Actor,
  { key: _key, ...ask }: z.output<typeof RequestCertificate.body>,
  send: Send,
) {
  const { db } = deps
  const at = deps.now()
  const wrong = checkPeriod(ask.fromDay, ask.toDay, shanghai(at).day)
  if (wrong) throw new Refused(wrong)
  const about = { personId: actor.id, ...ask }
  const [realName, lines, standing] = await Promise.all([
    findRealName(db, actor.id),
    listLines(db, { ...about, ...periodOf(ask.fromDay, ask.toDay) }),
    findStanding(db, about),
  ])
  if (!realName) fail('missing', '请先登记实名信息，证明上要写姓名和证件号码', 'realName')
  if (lines.length === 0) fail('not_ready', '这个单位在这段时间没有您已认定的服务记录', 'teamId')
  const old = standing ? await findMine(db, actor.id, standing.id) : undefined
  if (old && !old.isCorrected) fail('conflict', `这段时间已有有效证明 ${old.certificate.number ?? ''}，不用重开`)
  const id = deps.newId()
  const supersedesId = old?.certificate.id ?? null
  await recordRequest(db, send, { ...about, id, eventId: deps.newId(), supersedesId, at }).catch((err: unknown) => {
    if (brokenConstraint(err, 'certificates_one_request_key')) return fail('conflict', '同一段时间的申请正在办理')
    throw err
  })
  return readMyCertificate(deps, actor, id)
}
