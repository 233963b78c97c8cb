import type { Hono } from 'hono'
import {
  GetOutbox,
  ListMessageOffers,
  MoveDeadMessage,
  ReportAcceptance,
  SendOutbox,
} from '../../shared/notices/outbox-contract'
import type { Env } from '../http/deps'
import { mount } from '../http/mount'
import { admitSender, listOffers, moveDead, readOutbox, reportAcceptance } from '../notices/outbox-actions'
import { sendOutbox } from './send'

/** 微信消息: what a person accepts, and what the office sees of the sending. */
export function messageRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListMessageOffers, ({ deps, actor }) => listOffers(deps, actor))
  on(
    ReportAcceptance,
    ({ deps, actor, body, send }) => reportAcceptance(deps, actor, body.accepted, send),
    ({ deps, actor }) => listOffers(deps, actor),
  )
  on(GetOutbox, async ({ deps, actor }) => {
    admitSender(actor)
    return readOutbox(deps)
  })
  on(SendOutbox, async ({ deps, actor }) => {
    admitSender(actor)
    await sendOutbox(deps)
    return readOutbox(deps)
  })
  on(
    MoveDeadMessage,
    async ({ deps, actor, params, body, send }) => {
      admitSender(actor)
      return moveDead(deps, params.id, body.move, send)
    },
    ({ deps }) => readOutbox(deps),
  )
}
