import { filled } from '../../../shared/kit/filled'
import { orderPhase } from '../../../shared/volunteering/orders/moves'
import { isStillSo } from '../../../shared/volunteering/orders/still'
import {
  ORDER_LATE_TELL,
  ORDER_PHASE_ZH,
  ORDER_TELLS,
  type OrderListener,
} from '../../../shared/volunteering/orders/words'
import type { Deps } from '../../http/deps'
import { each, TELL_BATCH, tellOn } from '../../notices/telling'
import { findToldStep, listLate, listUntoldOrders, recordOrderNews, type UntoldOrder } from './tell-queries'

const linkOf = (orderId: string) => `/mine/volunteering/order?id=${orderId}`

/** Tells whoever it concerns what became of an order; late, twice or on two servers, the inboxes end the same. */
export async function tellOrders(deps: Deps): Promise<number> {
  const { db } = deps
  const told = await tellOn(db, {
    mark: 'tell-orders',
    list: (from, size) => listUntoldOrders(db, from, size),
    tell: each((event: UntoldOrder) => tell(db, event)),
  })
  return told + (await tellLate(deps))
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
  const news = { cause: `order:${event.id}`, title: rule.title, text: filled(rule.text, facts), at: event.at }
  const about = { zh: kind, what: 'order_step', id: event.id } as const
  for (const to of rule.to)
    await recordOrderNews(db, to, event, event.by, { ...news, link: linkOf(event.orderId) }, about)
}

type Told = { readonly id: string; readonly ear: OrderListener; readonly personId: string }

/** A message goes only while its step still holds and its person is still who it is for; of a late one, while nobody moved it. */
export async function isStillOrder({ db }: Deps, what: 'order_step' | 'order_late', { id, ear, personId }: Told) {
  const step = await findToldStep(db, id, ear, personId)
  if (!step?.hears) return false
  return what === 'order_late' ? step.version === step.now.version : isStillSo(step, step.now)
}

async function tellLate({ db, now }: Deps) {
  const at = now()
  const late = await listLate(db, at, TELL_BATCH)
  for (const { orderId, version, kind, eventId, ...order } of late) {
    const phase = ORDER_PHASE_ZH[orderPhase(order, at)]
    const { title, text } = ORDER_LATE_TELL
    const news = { cause: `order-late:${orderId}:${version}`, title, text: filled(text, { kind, phase }), at }
    const about = { zh: kind, what: 'order_late', id: eventId } as const
    await recordOrderNews(db, 'office', { orderId, teamId: null }, '', { ...news, link: linkOf(orderId) }, about)
  }
  return late.length
}
