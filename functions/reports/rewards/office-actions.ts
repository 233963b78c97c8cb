import type { z } from 'zod'
import { maskName } from '../../../shared/kit/mask'
import { pageFrom } from '../../../shared/kit/page'
import { shanghai } from '../../../shared/kit/time'
import { type Actor, holdsGrid } from '../../../shared/people/roles'
import type {
  ListRewardPayouts,
  ListRewards,
  MoveReward,
  PayoutView,
  PayRewards,
  RewardView,
} from '../../../shared/reports/rewards/contract'
import { type OfficeMove, openOfficeMoves, REWARD_MOVES, rewardMove } from '../../../shared/reports/rewards/moves'
import { payoutCsv } from '../../../shared/reports/rewards/payout'
import { brokenConstraint } from '../../db/errors'
import type { Deps, Send } from '../../http/deps'
import type { Download } from '../../http/download'
import { fail } from '../../http/refused'
import { countHeld, countSeen, findHeld, type HeldRow, listHeld } from './list-queries'
import { recordApproval, recordFreeze, recordPayout, recordReversal, recordUnfreeze } from './move-queries'
import { timed, whyZh } from './my-actions'
import { openName } from './payee-name'
import { findPayout, listPaid, listPayoutRows, recordTake } from './payout-queries'

const view = (actor: Actor, row: HeldRow): RewardView => {
  const { id, caseId, caseNumber, title, categoryZh, rank, state, fen, points, ruleZh, objections } = row
  const hasPayee = row.payeeWay !== null && (row.payeeWay !== 'points' || fen === 0)
  return {
    ...{ id, caseId, caseNumber, title, categoryZh, rank, state, fen, points, ruleZh, objections, hasPayee },
    personZh: maskName(row.personName),
    approvedByZh: row.approvedByZh,
    // What waits for the office needs no word to the office.
    whyZh: row.reason !== null || row.frozenFor !== null ? whyZh(row) : '',
    moves: openOfficeMoves(state),
    mayPay: state === 'approved' && hasPayee && row.approvedBy !== actor.id,
    at: row.at.toISOString(),
  }
}

export async function listRewards({ db }: Deps, actor: Actor, query: z.output<typeof ListRewards.body>) {
  const { size, cursor, state } = query
  const [rows, counts] = await Promise.all([
    listHeld(db, actor, state, { size, cursor: timed(cursor) }),
    countHeld(db, actor),
  ])
  const page = pageFrom(rows, size, ({ at, id }) => ({ at: at.toISOString(), id }))
  return {
    items: page.items.map((row) => view(actor, row)),
    next: page.next,
    counts: Object.fromEntries(counts.map(({ state: name, n }) => [name, n])),
  }
}

export const readReward = async ({ db }: Deps, actor: Actor, id: string) =>
  view(actor, (await findHeld(db, actor, id)) ?? fail('not_found', '没有找到这笔奖励'))

const RECORDS = {
  approve: recordApproval,
  freeze: recordFreeze,
  unfreeze: recordUnfreeze,
  reverse: recordReversal,
} as const satisfies Record<OfficeMove, unknown>

type Body = z.output<typeof MoveReward.body>

export async function moveReward(deps: Deps, actor: Actor, id: string, { move, note }: Body, send: Send) {
  const { state } = await readReward(deps, actor, id)
  if (!openOfficeMoves(state).includes(move)) return fail('wrong_state', `当前状态不能${REWARD_MOVES[move].zh}`)
  if (rewardMove(move).needsNote && note === '') return fail('missing', '请写明理由', 'note')
  const act = { id, by: actor.id, note, at: deps.now(), send }
  const moved = await RECORDS[move](deps.db, act).catch((err: unknown) => {
    if (brokenConstraint(err, 'rewards_not_own')) return fail('forbidden', '不能批准自己的奖励')
    throw err
  })
  if (moved === 0) return fail('conflict', '案件正在重办，或别人刚刚处理过，请刷新')
  return readReward(deps, actor, id)
}

const payoutView = ({ id, rows, fen, note, byZh, at, taken }: Awaited<ReturnType<typeof listPayoutRows>>[number]) =>
  ({ id, rows, fen, note, byZh, at: at.toISOString(), taken }) satisfies PayoutView

const findPayoutOrRefuse = async ({ db }: Deps, id: string) =>
  (await findPayout(db, id)) ?? fail('not_found', '没有找到这份清单')

export const readPayout = async (deps: Deps, id: string) => payoutView(await findPayoutOrRefuse(deps, id))

export async function payRewards(deps: Deps, actor: Actor, body: z.output<typeof PayRewards.body>, send: Send) {
  const ids = [...new Set(body.ids)]
  if ((await countSeen(deps.db, actor, ids)) < ids.length) return fail('not_found', '有奖励没有找到，请刷新')
  const payoutId = deps.newId()
  const act = { payoutId, ids, by: actor.id, note: body.note, at: deps.now(), send }
  const paid = await recordPayout(deps.db, act).catch((err: unknown) => {
    if (brokenConstraint(err, 'rewards_not_own')) return fail('forbidden', '不能发放自己的奖励')
    throw err
  })
  if (paid === 0) return fail('conflict', '有奖励不能发放：须由另一人批准、已登记收款人、案件没有重办。请刷新后再选')
  return readPayout(deps, payoutId)
}

export async function listPayouts({ db }: Deps, { size, cursor }: z.output<typeof ListRewardPayouts.body>) {
  const rows = await listPayoutRows(db, { size, cursor: timed(cursor) })
  const page = pageFrom(rows, size, ({ at, id }) => ({ at: at.toISOString(), id }))
  return { items: page.items.map(payoutView), next: page.next }
}

/** The journal is written before the file leaves. */
export async function takePayout(deps: Deps, actor: Actor, id: string): Promise<Download> {
  const payout = await findPayoutOrRefuse(deps, id)
  if (payout.by !== actor.id && !holdsGrid(actor, 'admin', null)) return fail('forbidden', '清单只给编它的人和管理员')
  await recordTake(deps.db, { id: deps.newId(), payoutId: id, by: actor.id, at: deps.now() })
  const { day, clock } = shanghai(payout.at)
  const paid = await listPaid(deps.db, id)
  const named = await Promise.all(
    paid.map(async (row) => ({ ...row, payeeName: await openName(deps.secrets, row.personId, row.payeeName) })),
  )
  return {
    body: new TextEncoder().encode(payoutCsv(named)),
    mime: 'text/csv; charset=utf-8',
    name: `奖励发放-${day.replaceAll('-', '')}-${clock.replace(':', '')}.csv`,
  }
}
