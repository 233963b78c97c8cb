import { pageFrom } from '../../shared/kit/page'
import type { Actor } from '../../shared/people/roles'
import {
  type AppealAnswer,
  type AppealNow,
  type AppealState,
  decideAppeal,
  decideAppealAnswer,
  mayAnswerAppeal,
} from '../../shared/volunteering/appeals'
import type { AppealView } from '../../shared/volunteering/appeals-contract'
import { ownSpan } from '../../shared/volunteering/minutes'
import { photoView } from '../files/actions'
import type { Deps, Send } from '../http/deps'
import { fail, grant } from '../http/refused'
import { cursorFrom } from './activity-actions'
import {
  type AppealRow,
  findAppeal,
  findMarked,
  isAppealedTwice,
  isHoursOpen,
  listAppeals,
  recordAppeal,
  recordAppealAnswer,
} from './appeal-queries'
import { isOwnPhoto } from './ledger/request-queries'
import { readSignUpRules } from './move-queries'

const nowOf = ({ appeal, shift, signUp }: AppealRow): AppealNow => ({
  ...{ ...appeal, leaderId: shift.leaderId, shift: ownSpan(shift, signUp) },
})

function view(deps: Deps, row: AppealRow, actor: Actor): AppealView {
  const { appeal, signUp, title, personZh, leaderZh, decidedByZh, photo } = row
  const { id, signUpId, state, reasonZh, note } = appeal
  return {
    ...{ id, signUpId, state, title, personZh, leaderZh, reasonZh, decidedByZh, note },
    startsAt: signUp.startsAt.toISOString(),
    endsAt: signUp.endsAt.toISOString(),
    servedFrom: appeal.servedFrom.toISOString(),
    servedTo: appeal.servedTo.toISOString(),
    photo: photo ? photoView(deps, photo) : null,
    askedAt: appeal.askedAt.toISOString(),
    mayAnswer: mayAnswerAppeal(nowOf(row), actor),
  }
}

export const readAppeal = async (deps: Deps, actor: Actor, id: string) =>
  view(deps, (await findAppeal(deps.db, id)) ?? fail('not_found', '没有找到这份申诉'), actor)

type Claim = {
  readonly reasonZh: string
  readonly from: string
  readonly to: string
  readonly fileId: string | null
}

export async function appealAbsence(deps: Deps, actor: Actor, signUpId: string, claim: Claim, send: Send) {
  const row = (await findMarked(deps.db, signUpId, actor.id)) ?? fail('not_found', '没有找到这份报名')
  const { fileId } = claim
  if (fileId !== null && !(await isOwnPhoto(deps.db, actor.id, fileId)))
    fail('invalid', '照片没传好，请重新上传', 'fileId')
  const { appealDays } = await readSignUpRules(deps.db)
  const { signUp, markedAt, isAppealed } = row
  const was = {
    ...{ signUpId, personId: signUp.personId, state: signUp.state, markedAt, isAppealed, version: signUp.version },
    shift: ownSpan(row.shift, signUp),
  }
  const said = { ...claim, from: new Date(claim.from), to: new Date(claim.to) }
  const decision = grant(decideAppeal(was, actor, said, appealDays, deps.now()))
  const id = deps.newId()
  const done = await recordAppeal(deps.db, decision, id, send).catch((err: unknown) => {
    if (isAppealedTwice(err)) return fail('wrong_state', '这一场已经申诉过')
    throw err
  })
  return done ? readAppeal(deps, actor, id) : fail('conflict', '这份报名刚有变化，请刷新')
}

type Query = { readonly cursor?: string | undefined; readonly size: number; readonly state: AppealState }

export async function readAppeals(deps: Deps, actor: Actor, { cursor, size, state }: Query) {
  const rows = await listAppeals(deps.db, state, cursorFrom(cursor), size)
  const page = pageFrom(rows, size, ({ appeal }) => ({ at: appeal.askedAt.toISOString(), id: appeal.id }))
  return { ...page, items: page.items.map((row) => view(deps, row, actor)) }
}

type Answer = { readonly answer: AppealAnswer; readonly note: string }

export async function answerAppeal(deps: Deps, actor: Actor, id: string, asked: Answer, send: Send) {
  const row = (await findAppeal(deps.db, id)) ?? fail('not_found', '没有找到这份申诉')
  const decision = grant(decideAppealAnswer(nowOf(row), actor, asked, deps.now()))
  const done = await recordAppealAnswer(deps.db, decision, deps.newId, toldOf(row, asked), send).catch(
    (err: unknown) => {
      if (isHoursOpen(err)) return fail('conflict', '这一场已有一件补录在办，请先办完那一件')
      throw err
    },
  )
  return done ? readAppeal(deps, actor, id) : fail('conflict', '这份申诉或报名刚有变化，请刷新')
}

function toldOf({ title, appeal }: AppealRow, { answer, note }: Answer) {
  if (answer === 'refuse') return { title: '申诉未通过', text: `“${title}”的申诉未通过：${note}` }
  const next = appeal.fileId ? '时长已提出补录，另一人同意后计入。' : '时长请联系领队补录。'
  return { title: '申诉已通过', text: `“${title}”不再记为未到：${note}。${next}` }
}
