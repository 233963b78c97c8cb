import type { Hono } from 'hono'
import {
  GetMyConsents,
  GiveMyConsent,
  ListConsentTexts,
  PublishConsentText,
  WithdrawMyConsent,
} from '../../../shared/people/consent-contract'
import { BindPhone, EndPhone, GetMyPhone } from '../../../shared/people/phone-contract'
import type { Env } from '../../http/deps'
import { mount } from '../../http/mount'
import { giveConsent, listConsentTexts, listMyConsents, publishConsentText, withdrawConsent } from './consent-actions'
import { bindPhone, endPhone, readMyPhone } from './phone-actions'

/** 同意: each on its own, versioned, given and taken back. */
export function consentRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(GetMyConsents, ({ deps, actor }) => listMyConsents(deps, actor))
  on(
    GiveMyConsent,
    ({ deps, actor, body, send }) => giveConsent(deps, actor, body, send),
    ({ deps, actor }) => listMyConsents(deps, actor),
  )
  on(
    WithdrawMyConsent,
    ({ deps, actor, body, send }) => withdrawConsent(deps, actor, body.kind, send),
    ({ deps, actor }) => listMyConsents(deps, actor),
  )
  on(ListConsentTexts, ({ deps }) => listConsentTexts(deps))
  on(
    PublishConsentText,
    ({ deps, actor, body, send }) => publishConsentText(deps, actor, body, send),
    ({ deps }) => listConsentTexts(deps),
  )
}

/** 绑定的手机号: the owner's own. */
export function phoneRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(GetMyPhone, ({ deps, actor }) => readMyPhone(deps, actor))
  on(
    BindPhone,
    ({ deps, actor, body, send }) => bindPhone(deps, actor, body.code, send),
    ({ deps, actor }) => readMyPhone(deps, actor),
  )
  on(
    EndPhone,
    ({ deps, actor, send }) => endPhone(deps, actor, send),
    ({ deps, actor }) => readMyPhone(deps, actor),
  )
}
