import type { z } from 'zod'
import { pageFrom, readCursor } from '../../shared/kit/page'
import { type Actor, holdsGrid } from '../../shared/people/roles'
import { KnownContact } from '../../shared/reports/contact'
import { type Left, type Mail, mailStory } from '../../shared/reports/mail'
import type { ListMails, MailTaken, MailView, SetMailAside } from '../../shared/reports/mail-contract'
import { brokenConstraint } from '../db/errors'
import { photoView, storePhoto } from '../files/actions'
import type { Deps, Send } from '../http/deps'
import { fail, Refused } from '../http/refused'
import { marksOf, seal, unseal } from '../http/sealing'
import { findCaller, recordCaller } from './caller-queries'
import type { Join } from './join-queries'
import { parseMail } from './mail-parsing'
import {
  findMailEnd,
  findTaken,
  findThread,
  findWaiting,
  listWaiting,
  recordAside,
  recordMail,
  type WaitingMail,
} from './mail-queries'
import { findJoinable } from './queries'

const WORDS_MAX = 500

/** Somebody of the office who brought it, or nobody: the gateway. */
type Bringer = { readonly by: string | null; readonly send: Send | null }

/** A mail arrives: read, sealed, its pictures cleaned; it waits, or goes to the case that its sender's earlier letter became. */
export async function takeMail(deps: Deps, bytes: Uint8Array, { by, send }: Bringer): Promise<MailTaken> {
  const mail = await parseMail(bytes)
  const before = await takenBefore(deps, mail)
  if (before) return before
  const personId = await senderOf(deps, mail.address)
  const { photos, left } = await enclosed(deps, personId, mail)
  const thread = await threadOf(deps, personId, mail, photos)
  const id = deps.newId()
  const { messageId, subject, words, sentAt } = mail
  const row = {
    ...{ id, messageId, refs: mail.refs, personId, by, subject, words, left, sentAt, at: deps.now() },
    ...(await seal(deps.secret, id, { name: mail.name, mail: mail.address })),
  }
  try {
    await recordMail(deps.db, send, row, { photos, thread })
  } catch (err) {
    const won = brokenConstraint(err, 'mails_message_id_key') ? await takenBefore(deps, mail) : null
    if (won) return won
    throw err
  }
  return { id, isNew: true, caseId: thread?.caseId ?? null }
}

async function takenBefore({ db }: Deps, { messageId }: Mail): Promise<MailTaken | null> {
  const found = await findTaken(db, messageId)
  return found ? { ...found, isNew: false } : null
}

export async function readTaken({ db }: Deps, id: string): Promise<MailTaken> {
  const found = (await findMailEnd(db, id)) ?? fail('not_found', '没有找到这封来信')
  return { ...found, isNew: true }
}

/** One address is one person, who has no account. */
async function senderOf(deps: Deps, address: string): Promise<string> {
  const marks = await marksOf(deps.secrets, address)
  const known = await findCaller(deps.db, marks)
  if (known) return known
  const personId = deps.newId()
  try {
    await recordCaller(deps.db, { personId, mark: marks[0] ?? null, isNew: true }, deps.now())
    return personId
  } catch (err) {
    const won = brokenConstraint(err, 'callers_mark_key') ? await findCaller(deps.db, marks) : undefined
    if (won) return won
    throw err
  }
}

/** A picture that is no photo is told of, and the mail is taken all the same. */
async function enclosed(deps: Deps, personId: string, { pictures, left }: Mail) {
  const photos: string[] = []
  const refused: Left[] = []
  for (const { name, bytes } of pictures) {
    const send = { personId, key: deps.newId(), op: 'mail', bodyHash: '' }
    try {
      photos.push((await storePhoto(deps, { id: personId, grants: [] }, bytes, send)).id)
    } catch (err) {
      if (!(err instanceof Refused)) throw err
      refused.push({ name, zh: err.refusal.zh })
    }
  }
  return { photos, left: [...refused, ...left] }
}

/** Only the sender's own letter leads to a case by itself: anybody can write anybody's Message-ID. */
async function threadOf(
  deps: Deps,
  personId: string,
  { refs, subject, words, name, address }: Mail,
  photos: readonly string[],
): Promise<Join | null> {
  const caseId = await findThread(deps.db, refs, personId)
  const found = caseId === undefined ? undefined : await findJoinable(deps.db, caseId, personId)
  if (!found) return null
  const reportId = deps.newId()
  return {
    ...{ caseId: found.id, reportId, personId, at: deps.now(), isKnown: found.mine, source: 'email', photos },
    ...{ words: mailStory(words === '' ? subject : '', words, WORDS_MAX), identity: 'real_name', answered: [] },
    contact: await seal(deps.secret, reportId, { name, mail: address }),
  }
}

const OFFICE = ['reviewer', 'dispatcher', 'admin'] as const

/** The number of a case is for those who may see the case. */
function mailView(deps: Deps, actor: Actor, { id, subject, words, left, at, photos, thread }: WaitingMail): MailView {
  const isSeen = thread !== null && OFFICE.some((role) => holdsGrid(actor, role, thread.gridId))
  return {
    ...{ id, subject, words, left: [...left], at: at.toISOString() },
    photos: photos.map((photo) => photoView(deps, photo)),
    thread: isSeen ? { id: thread.id, number: thread.number } : null,
  }
}

export async function listMails(deps: Deps, actor: Actor, { size, cursor }: z.output<typeof ListMails.body>) {
  const rows = await listWaiting(deps.db, { size, cursor: readCursor(cursor) })
  const page = pageFrom(rows, size, ({ at, id }) => ({ at: at.toISOString(), id }))
  return { ...page, items: page.items.map((row) => mailView(deps, actor, row)) }
}

export const readMailView = async (deps: Deps, actor: Actor, id: string): Promise<MailView> =>
  mailView(deps, actor, await readWaiting(deps, id))

/** For the form that makes it a report. */
export const readWaiting = async ({ db }: Deps, id: string): Promise<WaitingMail> =>
  (await findWaiting(db, id)) ?? gone(db, id)

const GONE_ZH = '这封来信已经处理过了'

const gone = async (db: Deps['db'], id: string) =>
  (await findMailEnd(db, id)) ? fail('wrong_state', GONE_ZH) : fail('not_found', '没有找到这封来信')

export const unsealSender = async ({ secrets }: Deps, mail: WaitingMail): Promise<KnownContact> =>
  KnownContact.parse(await unseal(secrets, mail.id, mail))

export async function setMailAside(
  deps: Deps,
  actor: Actor,
  mailId: string,
  { reason }: z.output<typeof SetMailAside.body>,
  send: Send,
) {
  await readWaiting(deps, mailId)
  await recordAside(deps.db, send, { mailId, by: actor.id, reason, at: deps.now() }).catch(asGone)
  return { id: mailId }
}

export function asGone(err: unknown): never {
  if (brokenConstraint(err, 'mail_outcomes_pkey')) return fail('conflict', GONE_ZH)
  throw err
}
