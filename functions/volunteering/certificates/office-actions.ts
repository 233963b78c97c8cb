import type { z } from 'zod'
import { pageFrom, readCursor } from '../../../shared/kit/page'
import { shanghai } from '../../../shared/kit/time'
import type { Actor } from '../../../shared/people/roles'
import type { ListCertificates, TransitionCertificate } from '../../../shared/volunteering/certificates/contract'
import {
  CERTIFICATE_STATES,
  type CertificateDecision,
  decideCertificate,
} from '../../../shared/volunteering/certificates/life'
import { certificateNumber } from '../../../shared/volunteering/certificates/number'
import { holderWords, masked, type RealName, tailOf } from '../../../shared/volunteering/certificates/real-name'
import { canonical, type Snapshot, totalsOf } from '../../../shared/volunteering/certificates/snapshot'
import type { Deps, Send } from '../../http/deps'
import { fail, grant } from '../../http/refused'
import { markOf, seal } from '../../http/sealing'
import { aboutPaper, aboutPerson, openName } from './name-actions'
import { recordNameRead } from './name-queries'
import { type CertificateRow, countOffice, findNumbering, findOffice, listOffice } from './queries'
import { recordEnd, recordIssue } from './record-queries'
import { newLinkKey, sign } from './signing'
import { linesNow, officeView } from './view'

const notFound = () => fail('not_found', '没有找到这份申请')
/** Others who issue at the same moment take the number that was signed; then the next one is signed. */
const TRIES = 8

export async function listCertificates(deps: Deps, actor: Actor, query: z.output<typeof ListCertificates.body>) {
  const { state, size, cursor } = query
  const [rows, counts] = await Promise.all([
    listOffice(deps.db, actor, state, { size, cursor: readCursor(cursor) }),
    countOffice(deps.db, actor),
  ])
  const page = pageFrom(rows, size, ({ certificate: { requestedAt, id } }) => ({ at: requestedAt.toISOString(), id }))
  return {
    ...page,
    items: await Promise.all(page.items.map((row) => officeView(deps, row, actor))),
    counts: Object.fromEntries(CERTIFICATE_STATES.map((one) => [one, counts.get(one) ?? 0])) as Record<
      (typeof CERTIFICATE_STATES)[number],
      number
    >,
  }
}

export async function readOffice(deps: Deps, actor: Actor, id: string) {
  return officeView(deps, (await findOffice(deps.db, actor, id)) ?? notFound(), actor)
}

type Body = z.output<typeof TransitionCertificate.body>

export async function transitionCertificate(deps: Deps, actor: Actor, id: string, body: Body, send: Send) {
  const found = (await findOffice(deps.db, actor, id)) ?? notFound()
  const { version, key: _key, ...ask } = body
  if (version !== found.certificate.version) fail('conflict', '别人刚刚处理过，请刷新')
  const decision = grant(decideCertificate(found.certificate, actor, ask, { leads: found.leads, at: deps.now() }))
  const done = ask.move === 'issue' ? await issue(deps, found, decision, send) : await end(deps, decision, send)
  if (!done) fail('conflict', '别人刚刚处理过，请刷新')
  return readOffice(deps, actor, id)
}

const end = (deps: Deps, decision: CertificateDecision, send: Send) =>
  recordEnd(deps.db, decision, { eventId: deps.newId(), oldEventId: deps.newId(), send })

/** The name as it is now goes onto the paper; that it was opened for this is on record before anything else. */
async function readHolder(deps: Deps, { certificate: { id, personId } }: CertificateRow, by: string) {
  const read = { id: deps.newId(), personId, certificateId: id, purpose: 'issue' as const, by, at: deps.now() }
  const sealed =
    (await recordNameRead(deps.db, read)) ?? fail('not_ready', '申请人删除了实名信息，请不予出具或等重新登记')
  return openName(deps, aboutPerson(personId), sealed)
}

async function issue(deps: Deps, row: CertificateRow, decision: CertificateDecision, send: Send) {
  if (deps.certificateKey === '') fail('unavailable', '还没有配置证明的签名密钥，请系统管理员设置 CERTIFICATE_KEY')
  const lines = await linesNow(deps, row)
  if (lines.length === 0) fail('not_ready', '这段时间已经没有可证明的服务记录，请不予出具')
  const { id } = row.certificate
  const holder = await readHolder(deps, row, decision.by)
  const linkKey = newLinkKey()
  const kept = {
    linkKey,
    ...(await seal(deps.secret, aboutPaper(id), holder)),
    holderMark: await markOf(deps.secret, holderWords(linkKey, holder.name, tailOf(holder.idNumber))),
    minutes: totalsOf(lines).all.minutes,
    records: lines.map(({ recordId, evidence, minutes }) => ({ recordId, evidence, minutes })),
  }
  for (let tried = 0; tried < TRIES; tried++) {
    const facts = await factsOf(deps, row, decision, { holder, lines })
    const snapshot = canonical(facts.snapshot)
    const { alg: signAlg, keyId: signKeyId, ...proof } = await sign(deps.certificateKey, snapshot)
    const paper = { ...kept, ...facts.numbered, ...proof, snapshot, signAlg, signKeyId }
    const ids = { eventId: deps.newId(), oldEventId: deps.newId(), send }
    const done = await recordIssue(deps.db, decision, paper, ids)
    if (done) return done
  }
  return undefined
}

type Held = { readonly holder: RealName; readonly lines: Snapshot['lines'] }

async function factsOf(deps: Deps, row: CertificateRow, { by, at, ask }: CertificateDecision, { holder, lines }: Held) {
  const { year, day } = shanghai(at)
  const { area, last, handlerZh } =
    (await findNumbering(deps.db, year, by)) ?? fail('not_ready', '还没有导入本县资料，不能编号')
  const serial = last + 1
  const number = certificateNumber({ year, area, serial })
  const { nameMasked, idKind, idMasked } = masked(holder)
  const snapshot: Snapshot = {
    kind: '志愿服务记录证明',
    number,
    holder: { name: nameMasked, idKind, id: idMasked, volunteerNumber: row.volunteerNumber },
    ...{ fromDay: row.certificate.fromDay, toDay: row.certificate.toDay, unit: row.teamName },
    ...{ head: ask.headZh, handler: handlerZh, contact: ask.contactZh },
    ...{ issuedDay: day, issuedAt: at.toISOString(), lines, totals: totalsOf(lines) },
  }
  return { snapshot, numbered: { year, serial, number } }
}
