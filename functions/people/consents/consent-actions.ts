import type { z } from 'zod'
import type { ConsentView, ListConsentTexts, PublishConsentText } from '../../../shared/people/consent-contract'
import {
  CONSENT_KINDS,
  CONSENTS,
  type ConsentKind,
  type ConsentNow,
  isAnswered,
  isConsented,
  lacking,
} from '../../../shared/people/consents'
import { checkCountyAdmin } from '../../../shared/people/grants'
import type { Actor } from '../../../shared/people/roles'
import type { Deps, Send } from '../../http/deps'
import { fail, grant, Refused } from '../../http/refused'
import {
  countGiven,
  findConsent,
  listSaid,
  listTexts,
  recordGiven,
  recordText,
  recordWithdrawn,
} from './consent-queries'

type Views = { items: ConsentView[] }

/** The text that holds now, by kind. */
async function textsNow({ db }: Deps) {
  const own = new Map((await listTexts(db)).map((row) => [row.kind, row]))
  return (kind: ConsentKind) => {
    const text = own.get(kind)
    return { version: text?.version ?? 1, text: text?.words ?? CONSENTS[kind].text }
  }
}

export async function listMyConsents(deps: Deps, { id }: Actor): Promise<Views> {
  const [textOf, said] = await Promise.all([textsNow(deps), listSaid(deps.db, id)])
  return {
    items: CONSENT_KINDS.map((kind) => {
      const { version, text } = textOf(kind)
      const last = said.find((row) => row.kind === kind) ?? null
      const now: ConsentNow = { kind, version, said: last }
      const { zh, withoutZh } = CONSENTS[kind]
      const at = last?.at.toISOString() ?? null
      return { kind, zh, version, text, withoutZh, isGiven: isConsented(now), isAnswered: isAnswered(now), at }
    }),
  }
}

/** 403 `consent_required` where a person's consent does not stand. */
export async function requireConsent({ db }: Deps, personId: string, kind: ConsentKind): Promise<void> {
  if (!(await findConsent(db, personId, kind))) throw new Refused(lacking(kind))
}

const RENEWED = '这份说明刚刚更新了，请看过新的再决定'

export async function giveConsent(
  deps: Deps,
  actor: Actor,
  { kind, version }: { kind: ConsentKind; version: number },
  send: Send,
): Promise<Views> {
  const event = { id: deps.newId(), personId: actor.id, kind, version, isGiven: true, at: deps.now() }
  const given = await recordGiven(deps.db, send, event)
  return given ? listMyConsents(deps, actor) : fail('conflict', RENEWED, kind)
}

export async function withdrawConsent(deps: Deps, actor: Actor, kind: ConsentKind, send: Send): Promise<Views> {
  const { version } = (await textsNow(deps))(kind)
  const event = { id: deps.newId(), personId: actor.id, kind, version, isGiven: false, at: deps.now() }
  const withdrawn = await recordWithdrawn(deps.db, send, event)
  return withdrawn ? listMyConsents(deps, actor) : fail('conflict', RENEWED, kind)
}

export async function listConsentTexts(deps: Deps): Promise<z.input<typeof ListConsentTexts.reply>> {
  const [textOf, given] = await Promise.all([textsNow(deps), countGiven(deps.db)])
  return {
    items: CONSENT_KINDS.map((kind) => {
      const { version, text } = textOf(kind)
      const holds = given.find((row) => row.kind === kind && row.version === version)
      return { kind, zh: CONSENTS[kind].zh, version, text, given: holds?.given ?? 0 }
    }),
  }
}

/** The next version of a text; the one it replaces is named, so that two editors cannot overwrite each other. */
export async function publishConsentText(
  deps: Deps,
  actor: Actor,
  { kind, version, text }: z.output<typeof PublishConsentText.body>,
  send: Send,
) {
  const refusal = checkCountyAdmin(actor)
  if (refusal) grant(refusal)
  const was = (await textsNow(deps))(kind)
  if (was.version !== version) return fail('conflict', '别人刚刚发布了新版本，请刷新后再改')
  if (was.text === text) return fail('invalid', '文本没有改动', 'text')
  const at = deps.now()
  const is = { kind, version: version + 1, words: text, by: actor.id, at }
  const change = {
    ...{ id: deps.newId(), kind: 'consent_text_changed' as const, subjectId: kind, by: actor.id, at },
    zh: `发布“${CONSENTS[kind].zh}”第 ${is.version} 版`,
    before: { 版本: String(version), 文本: was.text },
    after: { 版本: String(is.version), 文本: text },
  }
  const made = await recordText(deps.db, send, is, change)
  return made ? listConsentTexts(deps) : fail('conflict', '别人刚刚发布了新版本，请刷新后再改')
}
