import { isStillTold } from '../cases/told-actions'
import type { Deps } from '../http/deps'
import { sendMessages } from '../notices/outbox-actions'

/** 发送微信消息: from the timer, a cron trigger or by hand; what a message tells of is looked at again before it goes. */
export const sendOutbox = (deps: Deps) => sendMessages(deps, (message) => isStillTold(deps, message))
