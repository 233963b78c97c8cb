import type { z } from 'zod'
import type { CategoryHistory, CategoryRule, ChangeCategory, RuleVersion } from '../../shared/cases/category-contract'
import { limitOf, limitZh } from '../../shared/cases/limits'
import { shanghai, shanghaiMoment } from '../../shared/kit/time'
import { checkCountyAdmin } from '../../shared/people/grants'
import type { Actor } from '../../shared/people/roles'
import type { Deps, Send } from '../http/deps'
import { fail, grant } from '../http/refused'
import { findBaseRule, findNamed, listCategoryRows, listUpcoming, listVersions, recordVersion } from './rule-queries'

type Row = Omit<CategoryRule, 'keywords' | 'filingConditions' | 'closingConditions'> & {
  readonly keywords: readonly string[]
  readonly filingConditions: readonly string[]
  readonly closingConditions: readonly string[]
}

const hazardZh = (row: Row) => (row.hazardMinutes === null ? null : limitZh(limitOf(row, 'hazard')))

const version = (row: Row, startsAt: Date | null): RuleVersion => ({
  ...{
    zh: row.zh,
    departmentZh: row.departmentZh,
    isPrivate: row.isPrivate,
    isFuzzed: row.isFuzzed,
    hintZh: row.hintZh,
  },
  ...{ limitMinutes: row.limitMinutes, limitClock: row.limitClock },
  ...{ hazardMinutes: row.hazardMinutes, hazardClock: row.hazardClock, keywords: [...row.keywords] },
  ...{ filingConditions: [...row.filingConditions], closingConditions: [...row.closingConditions] },
  ...{
    startsAt: startsAt?.toISOString() ?? null,
    limitZh: limitZh(limitOf(row, 'general')),
    hazardLimitZh: hazardZh(row),
  },
})

export async function readCategoryHistory({ db, now }: Deps, code: string): Promise<CategoryHistory> {
  const [base, later] = await Promise.all([findBaseRule(db, code), listVersions(db, code)])
  if (!base) return fail('not_found', '没有这个类别')
  const versions = [
    version(base, null),
    ...later.map((row) => version({ ...row, isFuzzed: row.isFuzzed ?? base.isFuzzed }, row.startsAt)),
  ]
  const begun = later.filter(({ startsAt }) => startsAt <= now()).length
  return { code, groupZh: base.groupZh, now: begun, versions }
}

export async function listCategoryRules({ db, now }: Deps) {
  const [rows, upcoming] = await Promise.all([listCategoryRows(db, now()), listUpcoming(db, now())])
  const changing = new Set(upcoming.map(({ code }) => code))
  return {
    items: rows.map((row) => ({
      ...{ code: row.code, zh: row.zh, groupZh: row.groupZh, isPrivate: row.isPrivate },
      ...{
        limitZh: limitZh(limitOf(row, 'general')),
        hazardLimitZh: hazardZh(row),
        isChanging: changing.has(row.code),
      },
    })),
  }
}

const facts = (row: Row) => ({
  ...{
    名称: row.zh,
    主管行业: row.departmentZh,
    时限: limitZh(limitOf(row, 'general')),
    应急时限: hazardZh(row) ?? '无',
  },
  ...{ 公开: row.isPrivate ? '不公开' : '可以公开', 位置: row.isFuzzed ? '对外模糊' : '照实' },
  ...{ 提示: row.hintZh, 关键词: row.keywords.join(' ') },
  ...{ 立案条件: row.filingConditions.join('；'), 结案条件: row.closingConditions.join('；') },
})

/** From the coming midnight at the earliest: what came in today was promised under today's rule. */
function checkAsk({ startsOn, hazardMinutes, hazardClock }: z.output<typeof ChangeCategory.body>, now: Date) {
  const today = shanghai(now).day
  if (startsOn <= today) fail('invalid', '最早从明天起：已经提交的案件按当时的规则办', 'startsOn')
  if ((hazardMinutes === null) !== (hazardClock === null))
    fail('invalid', '应急时限和计时方式要一起填', 'hazardMinutes')
}

export async function changeCategory(
  deps: Deps,
  actor: Actor,
  code: string,
  ask: z.output<typeof ChangeCategory.body>,
  send: Send,
): Promise<CategoryHistory> {
  const { db, newId, now } = deps
  const history = await readCategoryHistory(deps, code)
  const refusal = checkCountyAdmin(actor)
  if (refusal) grant(refusal)
  const at = now()
  checkAsk(ask, at)
  const { key: _, startsOn, ...rule } = ask
  const startsAt = shanghaiMoment(startsOn)
  const same = await findNamed(db, rule.zh, code, startsAt)
  if (same) fail('invalid', `“${rule.zh}”已经是 ${same.code} 的名称`, 'zh')
  const before = history.versions.findLast((one) => one.startsAt === null || new Date(one.startsAt) <= startsAt)
  const change = {
    ...{ id: newId(), kind: 'category_changed' as const, subjectId: code, zh: `${rule.zh}从 ${startsOn} 起按新规则` },
    ...{ before: before ? facts(before) : {}, after: { ...facts(rule), 从哪天起: startsOn }, by: actor.id, at },
  }
  await recordVersion(db, send, { id: newId(), code, startsAt, ...rule, by: actor.id, at }, change)
  return readCategoryHistory(deps, code)
}
