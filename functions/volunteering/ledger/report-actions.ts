import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { publicCount } from '../../../shared/kit/small-cells'
import { shanghai, shanghaiMoment } from '../../../shared/kit/time'
import { checkCountyAdmin } from '../../../shared/people/grants'
import type { Actor } from '../../../shared/people/roles'
import { ReportFigures } from '../../../shared/volunteering/ledger/report'
import type { ServiceFigures } from '../../../shared/volunteering/ledger/report-contract'
import { brokenConstraint } from '../../db/errors'
import type { Deps, Send } from '../../http/deps'
import { fail, grant } from '../../http/refused'
import { countFigures, countYear, listReports, recordReport, type Year } from './report-queries'

export async function readFigures(deps: Deps): Promise<ServiceFigures> {
  const at = deps.now()
  const { served, ...counted } = await countFigures(deps.db, shanghaiMoment(shanghai(at).day))
  const isFew = publicCount(served) === null
  return {
    at: at.toISOString(),
    registered: publicCount(counted.registered),
    activeToday: publicCount(counted.activeToday),
    activities: publicCount(counted.activities),
    measuredMinutes: isFew ? null : counted.measuredMinutes,
    supplementedMinutes: isFew ? null : counted.supplementedMinutes,
  }
}

const yearOf = (year: number): Year => ({
  year,
  from: shanghaiMoment(`${year}-01-01`),
  to: shanghaiMoment(`${year + 1}-01-01`),
})

export async function readReports(deps: Deps, actor: Actor) {
  const refusal = checkCountyAdmin(actor)
  if (refusal) grant(refusal)
  const last = shanghai(deps.now()).year - 1
  const rows = await listReports(deps.db)
  const isFrozen = rows.some(({ report }) => report.year === last)
  return {
    draft: isFrozen ? null : await countYear(deps.db, yearOf(last)),
    items: rows.map(({ report: { figures, alg, hash, at }, byZh }) => ({
      ...{ ...ReportFigures.parse(figures), alg, hash, byZh },
      at: at.toISOString(),
    })),
  }
}

/** One click, once a year: the figures, the very text that was hashed, and the hash. */
export async function freezeReport(deps: Deps, actor: Actor, year: number, send: Send) {
  const refusal = checkCountyAdmin(actor)
  if (refusal) grant(refusal)
  const at = deps.now()
  if (year >= shanghai(at).year) fail('wrong_state', `${year} 年还没过完，过完才能定稿`)
  const figures = ReportFigures.parse(await countYear(deps.db, yearOf(year)))
  const text = JSON.stringify(figures)
  const row = { year, figures, text, alg: 'sha256', hash: bytesToHex(sha256(utf8ToBytes(text))), by: actor.id, at }
  await recordReport(deps.db, row, send).catch((err: unknown) => {
    if (brokenConstraint(err, 'service_reports_pkey')) return fail('conflict', `${year} 年的报告已经定稿`)
    throw err
  })
  return readReports(deps, actor)
}
