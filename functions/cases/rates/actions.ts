import type { z } from 'zod'
import { CASE_LIMITS, dueAfter } from '../../../shared/cases/clocks'
import { partOf, RATES, type RateFact, tallyOf } from '../../../shared/cases/rates'
import type {
  AskExclusion,
  DecideExclusion,
  ExclusionView,
  GetRates,
  ListRateCases,
} from '../../../shared/cases/rates-contract'
import { isRefusal, refuse } from '../../../shared/kit/refusal'
import { addDays, nextDay, shanghaiMoment } from '../../../shared/kit/time'
import { type Actor, holdsAny } from '../../../shared/people/roles'
import { brokenConstraint } from '../../db/errors'
import type { Deps, Send } from '../../http/deps'
import { fail, Refused } from '../../http/refused'
import { readCalendar } from '../calendar'
import { findCase } from '../case-queries'
import {
  type ExclusionRow,
  type FactRow,
  findExclusion,
  listAsked,
  listFacts,
  recordExclusion,
  recordExclusionDecision,
} from './queries'

const DAYS_MAX = 370
const OFFICE = ['reviewer', 'admin'] as const
type Fact = RateFact & { readonly row: FactRow }

async function factsOf(deps: Deps, actor: Actor, { from, to }: { from: string; to: string }): Promise<Fact[]> {
  const [since, until] = [shanghaiMoment(from), shanghaiMoment(nextDay(to))]
  if (until <= since) fail('invalid', '截止日期早于起始日期', 'to')
  if (until > addDays(since, DAYS_MAX)) fail('invalid', '一次最多看一年', 'to')
  const [rows, calendar] = await Promise.all([
    listFacts(deps.db, actor, { since, until }),
    readCalendar(deps.db, deps.now()),
  ])
  return rows.map((row) => {
    const signDueAt = dueAfter(calendar, row.dispatchedAt ?? since, CASE_LIMITS.sign)
    if (isRefusal(signDueAt)) throw new Refused(signDueAt)
    const { state, dueAt, handledAt, lowestScore, exclusions } = row
    const excluded = exclusions.flatMap(({ rate, agreed }) => (agreed ? [rate] : []))
    const signedAt = row.signedAt === null ? null : new Date(row.signedAt)
    return { row, state, dueAt, handledAt, lowestScore, excluded, signedAt, signDueAt }
  })
}

const figures = (facts: readonly Fact[], at: Date) => ({
  response: tallyOf('response', facts, at),
  solution: tallyOf('solution', facts, at),
  satisfaction: tallyOf('satisfaction', facts, at),
})

export async function readRates(deps: Deps, actor: Actor, query: z.output<typeof GetRates.body>) {
  const [facts, asked] = await Promise.all([factsOf(deps, actor, query), listAsked(deps.db, actor)])
  const groups = new Map<string, { name: string; facts: Fact[] }>()
  for (const fact of facts) {
    const { unitId, unitZh, gridId, gridZh } = fact.row
    const [id, name] = query.by === 'unit' ? [unitId ?? '', unitZh] : [gridId ?? '', gridZh]
    const group = groups.get(id) ?? { name, facts: [] }
    group.facts.push(fact)
    groups.set(id, group)
  }
  const rows = [...groups].map(([id, group]) => ({ id, name: group.name, ...figures(group.facts, deps.now()) }))
  return {
    total: figures(facts, deps.now()),
    rows: rows.sort((a, b) => a.name.localeCompare(b.name, 'zh')),
    asked: asked.map((row) => exclusionView(row, actor)),
  }
}

export async function listRateCases(deps: Deps, actor: Actor, query: z.output<typeof ListRateCases.body>) {
  const { rate, part, unitId, gridId } = query
  const facts = await factsOf(deps, actor, query)
  const wanted = facts.filter(
    (fact) =>
      partOf(rate, fact, deps.now()) === part &&
      (unitId === undefined || (fact.row.unitId ?? '') === unitId) &&
      (gridId === undefined || (fact.row.gridId ?? '') === gridId),
  )
  return {
    items: wanted.map(({ row: { id, number, title, unitZh, exclusions } }) => {
      const own = exclusions.find((one) => one.rate === rate)
      return { id, number, title, unitZh, reason: own?.reason ?? '', mayAsk: !own && holdsAny(actor, OFFICE) }
    }),
  }
}

function exclusionView({ askedBy, agreed, ...row }: ExclusionRow, actor: Actor): ExclusionView {
  const state = agreed === null ? 'asked' : agreed ? 'agreed' : 'refused'
  const mayDecide = agreed === null && askedBy !== actor.id && holdsAny(actor, OFFICE)
  return { ...row, state, mayDecide }
}

const notFound = () => fail('not_found', '没有找到这条剔除申请')

export async function readExclusion(deps: Deps, actor: Actor, id: string) {
  return exclusionView((await findExclusion(deps.db, actor, id)) ?? notFound(), actor)
}

type AskBody = z.output<typeof AskExclusion.body>

export async function askExclusion(deps: Deps, actor: Actor, caseId: string, { rate, reason }: AskBody, send: Send) {
  const found = (await findCase(deps.db, actor, caseId)) ?? fail('not_found', '没有找到这件案件')
  if (!RATES.includes(rate) || found.dispatchedAt === null) fail('wrong_state', '没有派出的案件不在三率里')
  const row = { id: deps.newId(), caseId, cycle: found.cycle, rate, reason, askedBy: actor.id, askedAt: deps.now() }
  await recordExclusion(deps.db, send, row).catch((err: unknown) => {
    if (brokenConstraint(err, 'rate_exclusions_one_key'))
      throw new Refused(refuse('conflict', '这件案件已经申请过剔除'))
    throw err
  })
  return readExclusion(deps, actor, row.id)
}

type DecideBody = z.output<typeof DecideExclusion.body>

export async function decideExclusion(deps: Deps, actor: Actor, id: string, { agrees }: DecideBody, send: Send) {
  const found = (await findExclusion(deps.db, actor, id)) ?? notFound()
  if (found.askedBy === actor.id) fail('forbidden', '不能决定自己的申请，请另一位办理')
  const decision = { id, by: actor.id, agreed: agrees, at: deps.now() }
  if (!(await recordExclusionDecision(deps.db, send, decision))) fail('conflict', '别人刚刚决定过，请刷新')
  return readExclusion(deps, actor, id)
}
