import { isStillTold } from '../cases/told-actions'
import type { Deps } from '../http/deps'
import { sendMessages } from '../notices/outbox-actions'
import { isStillSignedUp } from '../volunteering/telling-queries'

/** 发送微信消息: from the timer, a cron trigger or by hand; what a message tells of is looked at again before it goes. */
export const sendOutbox = (deps: Deps) =>
  sendMessages(
    deps,
    async (message) =>
      (await isStillTold(deps, message)) &&
      (message.signUpId === null || isStillSignedUp(deps.db, message.signUpId, message.personId)),
  )
