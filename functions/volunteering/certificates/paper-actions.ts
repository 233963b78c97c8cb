import type { Actor } from '../../../shared/people/roles'
import { standingOf } from '../../../shared/volunteering/certificates/life'
import { certificatePaper } from '../../../shared/volunteering/certificates/paper'
import { CERTIFICATE_ZH, STANDING_ZH } from '../../../shared/volunteering/certificates/words'
import { readCounty } from '../../grids/actions'
import type { Deps } from '../../http/deps'
import type { Download } from '../../http/download'
import { fail } from '../../http/refused'
import { aboutPaper, openName } from './name-actions'
import { recordPaperRead } from './name-queries'
import { findMine } from './queries'
import { snapshotOf } from './view'

const linkOf = (origin: string, linkKey: string | null) =>
  `${origin}/mine/volunteering/certificate?k=${encodeURIComponent(linkKey ?? '')}`

async function readIssued(deps: Deps, actor: Actor, id: string) {
  const found = (await findMine(deps.db, actor.id, id)) ?? fail('not_found', '没有找到这份证明')
  const facts = snapshotOf(found) ?? fail('wrong_state', '记录单位出具以后才能下载')
  const standingZh = STANDING_ZH[standingOf(found.certificate.state, found.isCorrected)]
  return { found, facts, standingZh }
}

/** One's own sealed name, opened for one's own paper; null where its holder deleted it. */
async function readHolder(deps: Deps, actor: Actor, certificateId: string) {
  const read = { id: deps.newId(), personId: actor.id, certificateId, by: actor.id, at: deps.now() }
  const row = await recordPaperRead(deps.db, { ...read, purpose: 'paper' })
  if (!row) return null
  const { alg, keyId, sealed } = row
  if (alg === null || keyId === null || sealed === null) return null
  return openName(deps, aboutPaper(certificateId), { alg, keyId, sealed })
}

export async function printCertificate(deps: Deps, actor: Actor, id: string, origin: string): Promise<Download> {
  const { found, facts, standingZh } = await readIssued(deps, actor, id)
  const press = deps.press ?? fail('unavailable', '这个部署不能生成 PDF，请在服务器版打开')
  const holder = await readHolder(deps, actor, id)
  const { sha256, linkKey } = found.certificate
  const paper = certificatePaper({ facts, holder, sha256: sha256 ?? '', link: linkOf(origin, linkKey), standingZh })
  const body = await press.pdf(paper, new Map(), deps.now())
  return { body, mime: 'application/pdf', name: `${CERTIFICATE_ZH}-${facts.number}.pdf` }
}

export async function drawPoster(deps: Deps, actor: Actor, id: string, origin: string): Promise<Download> {
  const { found, facts, standingZh } = await readIssued(deps, actor, id)
  const press = deps.press ?? fail('unavailable', '这个部署不能生成图片，请直接分享链接')
  const county = await readCounty(deps)
  const { totals, lines, holder, unit, number, fromDay, toDay, issuedDay } = facts
  const { measured, supplemented } = totals
  const supplementedZh = supplemented.minutes > 0 ? `，补录 ${supplemented.hours} 小时` : ''
  const body = await press.poster({
    title: CERTIFICATE_ZH,
    name: holder.name,
    hours: totals.all.hours,
    lines: [
      `${fromDay} 至 ${toDay}`,
      `参加志愿服务 ${lines.length} 次`,
      `实测 ${measured.hours} 小时${supplementedZh}`,
    ],
    unit,
    dayZh: issuedDay,
    foot: [`编号 ${number}`, `出图时状态：${standingZh}，以扫码结果为准`, county.brand],
    link: linkOf(origin, found.certificate.linkKey),
  })
  return { body, mime: 'image/png', name: `${CERTIFICATE_ZH}-${number}.png` }
}
