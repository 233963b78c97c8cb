import { shanghai } from '../../../shared/kit/time'
import type { Actor } from '../../../shared/people/roles'
import { monthsTo } from '../../../shared/volunteering/hours'
import { monthSpan } from '../../../shared/volunteering/phases'
import {
  CALL_BACK_PERCENT,
  type CallBackResult,
  decideCallBack,
  mayCallBack,
} from '../../../shared/volunteering/spot-checks/call-backs'
import type { CallBackFigures, DrawnRecord } from '../../../shared/volunteering/spot-checks/contract'
import type { Deps, Send } from '../../http/deps'
import { fail, grant } from '../../http/refused'
import {
  type DrawnRow,
  findDrawn,
  isAnsweredTwice,
  listCallBackMonths,
  listDrawnOf,
  recordCallBack,
  type Span,
} from './call-back-queries'

/** What lies further back is closed: a call long after tells little. */
const MONTHS_BACK = 12

/** The last twelve months that are over, oldest first: only then is it known what lies in the urn. */
const monthsOver = (at: Date) => monthsTo(shanghai(at), MONTHS_BACK + 1).slice(0, -1)

function lastMonths(at: Date): Span {
  const [first = '', last = ''] = [monthsOver(at)[0], monthsOver(at).at(-1)]
  return { from: monthSpan(first).from, to: monthSpan(last).to }
}

function view(row: DrawnRow, actor: Actor): DrawnRecord {
  const { personId, leaderId, confirmedBy, result, calls, ...shown } = row
  return { ...shown, calls: [...calls], mayCall: mayCallBack(row, actor) }
}

/** Of a month that is over; a month that still runs has no draw yet. */
export async function readCallBacks({ db, now }: Deps, actor: Actor, asked: string | undefined) {
  const span = lastMonths(now())
  const months = (await listCallBackMonths(db, span)).map(({ month }) => month)
  const month = asked ?? months[0] ?? monthsOver(now()).at(-1) ?? ''
  const own = monthSpan(month)
  if (own.to > span.to) return fail('not_ready', '这个月过完才能抽签', 'month')
  const rows = await listDrawnOf(db, own)
  return { month, months, items: rows.map((row) => view(row, actor)) }
}

const found = async ({ db, now }: Deps, recordId: string) =>
  (await findDrawn(db, lastMonths(now()), recordId)) ?? fail('not_found', '这条记录没有抽到')

export const readCallBack = async (deps: Deps, actor: Actor, recordId: string) =>
  view(await found(deps, recordId), actor)

type Answer = { readonly result: CallBackResult; readonly note: string }

export async function answerCallBack(deps: Deps, actor: Actor, recordId: string, asked: Answer, send: Send) {
  const decision = grant(decideCallBack(await found(deps, recordId), actor, asked, deps.now()))
  await recordCallBack(deps.db, decision, deps.newId(), send).catch((err: unknown) => {
    if (isAnsweredTwice(err)) return fail('conflict', '这条记录刚有人回访过，请刷新')
    throw err
  })
  return readCallBack(deps, actor, recordId)
}

export async function readCallBackFigures({ db, now }: Deps): Promise<CallBackFigures> {
  const months = await listCallBackMonths(db, lastMonths(now()))
  return { at: now().toISOString(), percent: CALL_BACK_PERCENT, months: [...months] }
}
