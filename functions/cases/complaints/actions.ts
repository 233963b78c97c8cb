import type { z } from 'zod'
import type { ComplainAboutCase, ComplaintView, DecideComplaint } from '../../../shared/cases/complaint-contract'
import type { Actor } from '../../../shared/people/roles'
import { brokenConstraint } from '../../db/errors'
import type { Deps, Send } from '../../http/deps'
import { fail } from '../../http/refused'
import { seal } from '../../http/sealing'
import {
  type ComplaintRow,
  findComplaint,
  findOwnComplaint,
  findPublicFace,
  listComplaintRows,
  recordComplaint,
  recordKept,
  recordTakedown,
} from './queries'

type Said = z.output<typeof ComplainAboutCase.body>

export async function complain(deps: Deps, actor: Actor, caseId: string, { reason, words }: Said, send: Send) {
  const row = { id: deps.newId(), caseId, personId: actor.id, reason, words, at: deps.now() }
  const made = await recordComplaint(deps.db, send, row).catch((err: unknown) => {
    if (brokenConstraint(err, 'public_complaints_person_case_key'))
      return fail('conflict', '您已经投诉过这一件，审核员会处理')
    throw err
  })
  return made ? readComplained(deps, row.id) : fail('not_found', '没有找到这件公开案件')
}

export async function readComplained({ db }: Deps, id: string) {
  const found = (await findOwnComplaint(db, id)) ?? fail('not_found', '没有找到这条投诉')
  return { at: found.at.toISOString() }
}

const view = ({ row, number, title }: ComplaintRow, actor: Actor): ComplaintView => ({
  ...{ id: row.id, caseId: row.caseId, number, title, reason: row.reason, words: row.words },
  ...{ at: row.at.toISOString(), decision: row.decision, note: row.note },
  mayDecide: row.decision === null && row.personId !== actor.id,
})

export async function listComplaints({ db }: Deps, actor: Actor) {
  return { items: (await listComplaintRows(db, actor)).map((row) => view(row, actor)) }
}

const find = async ({ db }: Deps, actor: Actor, id: string) =>
  (await findComplaint(db, actor, id)) ?? fail('not_found', '没有找到这条投诉')

export const readComplaint = async (deps: Deps, actor: Actor, id: string) => view(await find(deps, actor, id), actor)

type Decision = z.output<typeof DecideComplaint.body>

export async function decideComplaint(deps: Deps, actor: Actor, id: string, ask: Decision, send: Send) {
  const found = await find(deps, actor, id)
  if (found.row.personId === actor.id) return fail('forbidden', '不能处理自己的投诉，请另一位审核员处理')
  if (found.row.decision !== null) return fail('wrong_state', '这条投诉已经处理过，请刷新')
  const decided = { id, note: ask.note, by: actor.id, at: deps.now() }
  const done = ask.takesDown ? await takeDown(deps, found, decided, send) : await recordKept(deps.db, send, decided)
  return done ? readComplaint(deps, actor, id) : fail('conflict', '别人刚刚处理过，请刷新')
}

type Decided = { readonly id: string; readonly note: string; readonly by: string; readonly at: Date }

async function takeDown(deps: Deps, { row, number }: ComplaintRow, decided: Decided, send: Send) {
  const takedownId = deps.newId()
  const face = (await findPublicFace(deps.db, row.caseId)) ?? fail('not_found', '没有找到这个案件')
  const copy = await seal(deps.secret, takedownId, face)
  return recordTakedown(deps.db, send, { ...decided, caseId: row.caseId, number, takedownId, copy })
}
