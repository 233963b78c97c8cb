import type { z } from 'zod'
import { pageFrom, readCursor } from '../../../shared/kit/page'
import { shanghai } from '../../../shared/kit/time'
import type { Actor } from '../../../shared/people/roles'
import type { GetMyRewards, MyReward, SetRewardPayee } from '../../../shared/reports/rewards/contract'
import { rulesOn } from '../../../shared/reports/rewards/rules'
import { FREEZE_CAUSE_ZH, UNPAID_REASON_ZH } from '../../../shared/reports/rewards/words'
import type { Deps, Send } from '../../http/deps'
import { fail } from '../../http/refused'
import { findMine, findPayee, listBalances, listMine, type MineRow } from './list-queries'
import { recordObjection } from './move-queries'
import { keptName, openName } from './payee-name'
import { listRules, recordPayee } from './rule-queries'

const STATE_WHY_ZH: { readonly [state in MineRow['state']]?: string } = {
  reversed: '核实后撤销，有疑问可拨 12345',
  earned: '等待审核',
  approved: '已批准，等待发放',
}

export const whyZh = ({ state, reason, frozenFor }: Pick<MineRow, 'state' | 'reason' | 'frozenFor'>) => {
  if (reason !== null) return UNPAID_REASON_ZH[reason]
  if (frozenFor !== null) return FREEZE_CAUSE_ZH[frozenFor]
  return STATE_WHY_ZH[state] ?? ''
}

/** What was said for good is not said against: a paid or a taken back reward is a matter for the office. */
const view = (row: MineRow): MyReward => {
  const { id, caseId, title, rank, state, fen, points, at, hasObjected } = row
  const mayObject = !hasObjected && state !== 'reversed'
  return { id, caseId, title, rank, state, fen, points, mayObject, whyZh: whyZh(row), at: at.toISOString() }
}

export async function readMyRewards(
  deps: Deps,
  { id }: Actor,
  { size, cursor, caseId }: z.output<typeof GetMyRewards.body>,
): Promise<z.input<typeof GetMyRewards.reply>> {
  const { db, now } = deps
  const [rows, balances, payee, rules] = await Promise.all([
    listMine(db, id, caseId, { size, cursor: timed(cursor) }),
    listBalances(db, id),
    findKnownPayee(deps, id),
    listRules(db),
  ])
  const page = pageFrom(rows, size, (row) => ({ at: row.at.toISOString(), id: row.id }))
  const sum = (account: string) => ({
    fen: balances.find((one) => one.account === account && one.unit === 'fen')?.amount ?? 0,
    points: balances.find((one) => one.account === account && one.unit === 'points')?.amount ?? 0,
  })
  return {
    ...{ items: page.items.map(view), next: page.next, payee: payee ?? null },
    ...{ payable: sum('payable'), frozen: sum('frozen'), paid: sum('paid') },
    rules: rulesOn(
      rules.map((rule) => ({ ...rule, classes: [...rule.classes] })),
      shanghai(now()).day,
    ),
  }
}

/** A cursor somebody made up is the first page. */
export const timed = (text: string | undefined) => {
  const cursor = readCursor(text)
  return cursor && !Number.isNaN(Date.parse(cursor.at)) ? cursor : null
}

type Bind = z.output<typeof SetRewardPayee.body>

export async function setPayee(deps: Deps, { id }: Actor, { way, name }: Bind, send: Send) {
  if (way !== 'points' && [...name].length < 2) return fail('missing', '请填写收款人的真实姓名', 'name')
  const kept = way === 'points' ? '' : await keptName(deps.secret, id, name)
  await recordPayee(deps.db, send, { personId: id, way, name: kept, at: deps.now() })
  return readPayee(deps, id)
}

async function findKnownPayee({ db, secrets }: Deps, personId: string) {
  const found = await findPayee(db, personId)
  return found && { ...found, name: await openName(secrets, personId, found.name) }
}

export const readPayee = async (deps: Deps, personId: string) =>
  (await findKnownPayee(deps, personId)) ?? fail('not_found', '还没有登记收款人')

export const readMyReward = async ({ db }: Deps, { id: personId }: Actor, id: string) =>
  view((await findMine(db, personId, id)) ?? fail('not_found', '没有找到这笔奖励'))

export async function objectReward(deps: Deps, actor: Actor, id: string, words: string, send: Send) {
  const { caseId, mayObject } = await readMyReward(deps, actor, id)
  const act = { id, caseId, by: actor.id, note: words, at: deps.now(), send }
  const said = mayObject ? await recordObjection(deps.db, act) : 0
  return said > 0 ? readMyReward(deps, actor, id) : fail('wrong_state', '您已经提过异议，或这笔奖励已撤销')
}
