import type { Hono } from 'hono'
import { AnswerAppeal, AppealAbsence, ListAppeals } from '../../shared/volunteering/appeals-contract'
import { GiveConsent, ListMyConsents, RevokeConsent } from '../../shared/volunteering/guardian-contract'
import { AnswerHandOver, ListMyHandOvers, OfferHandOver } from '../../shared/volunteering/hand-overs-contract'
import { AddWalkIn, WidenPost } from '../../shared/volunteering/roll-contract'
import type { Env } from '../http/deps'
import { mount } from '../http/mount'
import { answerAppeal, appealAbsence, readAppeal, readAppeals } from './appeal-actions'
import { giveConsent, readMyConsents, revokeConsent } from './guardian-actions'
import { answerHandOver, offerHandOver, readHandOver, readMyHandOvers } from './hand-over-actions'
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
  on(ListMyHandOvers, ({ deps, actor }) => readMyHandOvers(deps, actor))
  on(
    OfferHandOver,
    ({ deps, actor, params, body, send }) => offerHandOver(deps, actor, params.id, body.number, send),
    ({ deps, actor, subjectId }) => readHandOver(deps, actor, subjectId),
  )
  on(
    AnswerHandOver,
    ({ deps, actor, params, body, send }) => answerHandOver(deps, actor, params.id, body.answer, send),
    ({ deps, actor, params }) => readHandOver(deps, actor, params.id),
  )
  appealRoutes(app)
}

function appealRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(
    AppealAbsence,
    ({ deps, actor, params, body, send }) => appealAbsence(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => readAppeal(deps, actor, subjectId),
  )
  on(ListAppeals, ({ deps, actor, body }) => readAppeals(deps, actor, body))
  on(
    AnswerAppeal,
    ({ deps, actor, params, body, send }) => answerAppeal(deps, actor, params.id, body, send),
    ({ deps, actor, params }) => readAppeal(deps, actor, params.id),
  )
}
