import type { Hono } from 'hono'
import { GiveConsent, ListMyConsents, RevokeConsent } from '../../shared/volunteering/guardian-contract'
import { AddWalkIn, WidenPost } from '../../shared/volunteering/roll-contract'
import type { Env } from '../http/deps'
import { mount } from '../http/mount'
import { giveConsent, readMyConsents, revokeConsent } from './guardian-actions'
import { readBoard } from './leader-actions'
import { addWalkIn, widenPost } from './roll-actions'

/** Who gets in beside the ordinary way: minors with a guardian, people who stand there, more seats. */
export function doorRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListMyConsents, ({ deps, actor }) => readMyConsents(deps, actor))
  on(
    GiveConsent,
    ({ deps, actor, body, send }) => giveConsent(deps, actor, body, send),
    ({ deps, actor }) => readMyConsents(deps, actor),
  )
  on(
    RevokeConsent,
    ({ deps, actor, params, send }) => revokeConsent(deps, actor, params.id, send),
    ({ deps, actor }) => readMyConsents(deps, actor),
  )
  on(
    AddWalkIn,
    ({ deps, actor, params, body, send }) => addWalkIn(deps, actor, params.id, body.number, send),
    ({ deps, actor, params }) => readBoard(deps, actor, params.id),
  )
  on(
    WidenPost,
    ({ deps, actor, params, body, send }) => widenPost(deps, actor, params.id, body, send),
    ({ deps, actor, params }) => readBoard(deps, actor, params.id),
  )
}
