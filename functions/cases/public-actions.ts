import type { z } from 'zod'
import type { CategoryView, GetMonthFigures, ListPublicCases, PublicCase } from '../../shared/cases/citizen-contract'
import { limitOf, limitZh } from '../../shared/cases/limits'
import { distanceM, type LngLat } from '../../shared/kit/geo'
import { publicCount, SMALL_CELL } from '../../shared/kit/small-cells'
import { shanghai, shanghaiMoment } from '../../shared/kit/time'
import { photoView } from '../files/actions'
import type { Deps } from '../http/deps'
import { fail } from '../http/refused'
import { publicPlace } from './public-place'
import { findShown, listShown, monthFigures, type ShownCase } from './public-queries'
import { listCategoryRows } from './rule-queries'

function publicView(deps: Deps, row: ShownCase, from: LngLat | null): PublicCase {
  const { id, number, state, categoryCode, categoryZh, gridZh, unitZh, followers, isFuzzed } = row
  const place = publicPlace(deps, row)
  return {
    ...{ id, number, state, categoryCode, categoryZh, gridZh, unitZh, followers, isFuzzed },
    ...place,
    day: shanghai(row.submittedAt).day,
    dueAt: row.dueAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    distanceM: from ? Math.round(distanceM(from, place)) : null,
    before: row.before && photoView(deps, row.before),
    after: row.after && photoView(deps, row.after),
  }
}

export async function listPublicCases(deps: Deps, query: z.output<typeof ListPublicCases.body>) {
  const { lng, lat, radiusM, gridId, state, size } = query
  if ((lng === undefined) !== (lat === undefined)) return fail('malformed', '位置要同时有经度和纬度')
  const from = lng !== undefined && lat !== undefined ? { lng, lat } : null
  const rows = await listShown(deps.db, { near: from && { ...from, radiusM }, gridId, state, size })
  const items = rows.map((row) => publicView(deps, row, from))
  if (!from) return { items }
  const near = items.filter((item) => (item.distanceM ?? 0) <= radiusM)
  return { items: near.sort((a, b) => (a.distanceM ?? 0) - (b.distanceM ?? 0)).slice(0, size) }
}

export async function readPublicCase(deps: Deps, id: string): Promise<PublicCase> {
  return publicView(deps, (await findShown(deps.db, id)) ?? fail('not_found', '没有找到这件公开案件'), null)
}

export async function listCategories({ db, now }: Deps) {
  const rows = await listCategoryRows(db, now())
  return {
    items: rows.map((row): CategoryView => {
      const { code, zh, groupCode, groupZh, isQuick, isPrivate, icon, keywords, hintZh } = row
      const limits = {
        limitZh: limitZh(limitOf(row, 'general')),
        hazardLimitZh: row.hazardMinutes === null ? null : limitZh(limitOf(row, 'hazard')),
      }
      const filingConditions = [...row.filingConditions]
      return {
        filingConditions,
        code,
        zh,
        groupCode,
        groupZh,
        isQuick,
        isPrivate,
        icon,
        keywords: [...keywords],
        hintZh,
        ...limits,
      }
    }),
  }
}

const HOW_ZH = [
  '已办结：本月 1 日零时起，核查结案的案件数。',
  '按时办结：这些案件里，责任单位反馈不晚于承诺时间的比例；没有承诺时间的不计入。',
  '平均用时：从派遣到反馈的自然小时，按案件平均。',
  `不足 ${SMALL_CELL} 件的数字不公布，以免认出是谁。`,
]

export async function readMonthFigures({ db, now }: Deps): Promise<z.input<typeof GetMonthFigures.reply>> {
  const at = now()
  const { closed, measured, onTime, meanHours } = await monthFigures(
    db,
    shanghaiMoment(`${shanghai(at).day.slice(0, 7)}-01`),
  )
  return {
    closed: publicCount(closed),
    onTimePercent: measured >= SMALL_CELL ? Math.round((onTime * 1000) / measured) / 10 : null,
    meanHours: meanHours === null || closed < SMALL_CELL ? null : Math.round(meanHours * 10) / 10,
    at: at.toISOString(),
    howZh: HOW_ZH,
  }
}
