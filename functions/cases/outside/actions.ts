import type { z } from 'zod'
import {
  type AnswerOutsideCase,
  OUTSIDE_ANSWERS_MAX,
  type OutsideCase,
  type OutsideLink,
} from '../../../shared/cases/outside-contract'
import { addDays } from '../../../shared/kit/time'
import { type Actor, holds } from '../../../shared/people/roles'
import { photoView } from '../../files/actions'
import type { Deps, Send } from '../../http/deps'
import { fail } from '../../http/refused'
import { hashToken } from '../../people/actions'
import { findCase } from '../case-queries'
import {
  findByToken,
  findLink,
  type LinkRow,
  listLinks,
  type OutsideRow,
  recordAnswer,
  recordLink,
  recordLinkEnd,
} from './queries'

const answersOf = ({ answers }: Pick<LinkRow, 'answers'>) =>
  answers.map((one) => ({ ...one, at: new Date(one.at).toISOString() }))

const view = (row: LinkRow, at: Date): OutsideLink => ({
  ...{ id: row.id, name: row.name, at: row.at.toISOString(), expiresAt: row.expiresAt.toISOString() },
  isOpen: row.endedAt === null && row.expiresAt > at,
  answers: answersOf(row),
})

const caseOf = async ({ db }: Deps, actor: Actor, id: string) =>
  (await findCase(db, actor, id)) ?? fail('not_found', '没有找到这个案件')

export async function listOutsideLinks(deps: Deps, actor: Actor, caseId: string) {
  const { state } = await caseOf(deps, actor, caseId)
  const items = (await listLinks(deps.db, caseId)).map((row) => view(row, deps.now()))
  return { items, mayAdd: state === 'transferred' && holds(actor, 'dispatcher') }
}

type NewLink = { readonly name: string; readonly days: number }

export async function createOutsideLink(deps: Deps, actor: Actor, caseId: string, { name, days }: NewLink, send: Send) {
  await caseOf(deps, actor, caseId)
  const { db, newId, newSecret, now } = deps
  const [id, token, at] = [newId(), newSecret(), now()]
  const row = { id, caseId, tokenHash: hashToken(token), name, by: actor.id, at, expiresAt: addDays(at, days) }
  if (!(await recordLink(db, send, row))) return fail('wrong_state', '只有转外部的案件才能发办理链接')
  return { ...(await readLink(deps, actor, id)), token }
}

export async function readLink(deps: Deps, actor: Actor, id: string) {
  const found = (await findLink(deps.db, id)) ?? fail('not_found', '没有找到这个链接')
  await caseOf(deps, actor, found.caseId)
  return view(found, deps.now())
}

export async function endOutsideLink(deps: Deps, actor: Actor, id: string, send: Send) {
  await readLink(deps, actor, id)
  const ended = await recordLinkEnd(deps.db, send, id, deps.now())
  return ended ? readLink(deps, actor, id) : fail('wrong_state', '这个链接已经停用了')
}

function outsideView(deps: Deps, row: OutsideRow): OutsideCase {
  const { number, title, categoryZh, addressZh, lng, lat, name, expiresAt, photos } = row
  return {
    ...{ number, title, categoryZh, addressZh, lng, lat, name, expiresAt: expiresAt.toISOString() },
    photos: photos.map((photo) => photoView(deps, photo)),
    answers: answersOf(row),
  }
}

/** Ended, late and made-up links look alike. */
const open = async ({ db, now }: Deps, token: string) =>
  (await findByToken(db, hashToken(token), now())) ?? fail('not_found', '链接已失效，请联系发来链接的人')

export const lookAtOutsideCase = async (deps: Deps, token: string) => outsideView(deps, await open(deps, token))

type Answer = z.output<typeof AnswerOutsideCase.body>

export async function answerOutsideCase(deps: Deps, { token, ...said }: Answer) {
  const found = await open(deps, token)
  await recordAnswer(deps.db, { ...said, id: deps.newId(), linkId: found.id, at: deps.now() }, found)
  const after = await open(deps, token)
  const isFull = after.answers.length === found.answers.length && after.answers.length >= OUTSIDE_ANSWERS_MAX
  return isFull ? fail('too_many', '这个链接的答复太多了，请联系发来链接的人') : outsideView(deps, after)
}
