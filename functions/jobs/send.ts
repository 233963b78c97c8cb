import type { MessageAbout } from '../../shared/notices/templates'
import type { OrderListener } from '../../shared/volunteering/orders/words'
import { isStillTold } from '../cases/told-actions'
import type { Deps } from '../http/deps'
import { sendMessages } from '../notices/outbox-actions'
import type { Claimed } from '../notices/outbox-queries'
import { isStillReturned } from '../volunteering/articles/queries'
import { isStillOrder } from '../volunteering/orders/telling'
import { isStillQualified } from '../volunteering/qualifications/actions'
import { isStillSignedUp } from '../volunteering/telling-queries'

type Still = (deps: Deps, id: string, message: Claimed) => Promise<boolean>
const order =
  (what: 'order_step' | 'order_late'): Still =>
  (deps, id, { ear, personId }) =>
    isStillOrder(deps, what, { id, personId, ear: ear as OrderListener })

/** Whether what a message is about is still as it says. */
const STILL: Record<MessageAbout, Still> = {
  order_step: order('order_step'),
  order_late: order('order_late'),
  qualification: (deps, id) => isStillQualified(deps, 'qualification', id),
  qualification_end: (deps, id) => isStillQualified(deps, 'qualification_end', id),
  article: ({ db }, id) => isStillReturned(db, id),
}

/** 发送微信消息: from the timer, a cron trigger or by hand; what a message tells of is looked at again before it goes. */
export const sendOutbox = (deps: Deps) =>
  sendMessages(
    deps,
    async (message) =>
      (await isStillTold(deps, message)) &&
      (message.signUpId === null || (await isStillSignedUp(deps.db, message.signUpId, message.personId))) &&
      (message.about === null || STILL[message.about](deps, message.aboutId ?? '', message)),
  )
