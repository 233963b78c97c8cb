import { addMinutes } from '../../../shared/kit/time'
import { orderPhase } from '../../../shared/volunteering/orders/moves'
import { ORDER_LATE_TELL, ORDER_PHASE_ZH, ORDER_TELLS } from '../../../shared/volunteering/orders/words'
import type { Deps } from '../../http/deps'
import { findMark, recordMark } from '../../notices/mark-queries'
import { listLate, listUntoldOrders, recordOrderNews, type UntoldOrder } from './tell-queries'

const BATCH = 200
/** A row may be written by a slower request after a later one. */
const LOOK_BACK_MINUTES = 10
const MARK = 'tell-orders'

const said = (text: string, facts: Readonly<Record<string, string>>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '')
const linkOf = (orderId: string) => `/pages/volunteering/order?id=${orderId}`

/** Tells whoever it concerns what became of an order; late, twice or on two servers, the inboxes end the same. */
export async function tellOrders(deps: Deps): Promise<number> {
  const { db } = deps
  const mark = await findMark(db, MARK)
  const events = await listUntoldOrders(db, addMinutes(mark, -LOOK_BACK_MINUTES), BATCH)
  for (const event of events) await tell(db, event)
  const last = events.at(-1)
  if (last) await recordMark(db, MARK, addMinutes(last.at, events.length === BATCH ? LOOK_BACK_MINUTES : 0))
  return events.length + (await tellLate(deps))
}

async function tell(db: Deps['db'], event: UntoldOrder) {
  const rule = ORDER_TELLS[event.move]
  if (!rule) return
  const { kind, team } = event
  const facts = {
    kind,
    team,
    words: event.words.slice(0, 60),
    note: event.note.slice(0, 100),
    stars: String(event.stars),
  }
  const news = { cause: `order:${event.id}`, title: rule.title, text: said(rule.text, facts), at: event.at }
  for (const to of rule.to) await recordOrderNews(db, to, event, event.by, { ...news, link: linkOf(event.orderId) })
}

async function tellLate({ db, now }: Deps) {
  const at = now()
  const late = await listLate(db, at, BATCH)
  for (const { orderId, version, kind, ...order } of late) {
    const phase = ORDER_PHASE_ZH[orderPhase(order, at)]
    const { title, text } = ORDER_LATE_TELL
    const news = { cause: `order-late:${orderId}:${version}`, title, text: said(text, { kind, phase }), at }
    await recordOrderNews(db, 'office', { orderId, teamId: null }, '', { ...news, link: linkOf(orderId) })
  }
  return late.length
}
