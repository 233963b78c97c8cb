import type { z } from 'zod'
import { type Actor, holdsGrid } from '../../shared/people/roles'
import type { AnswerView, ListCaseAnswers, ListQuestions, TellingView } from '../../shared/reports/contract'
import { type Answered, answersFor } from '../../shared/reports/questions'
import { findCase } from '../cases/case-queries'
import type { Deps } from '../http/deps'
import { fail } from '../http/refused'
import { findFirstAnswers, findTelling, listQuestionRows } from './queries'

export async function listQuestions({ db }: Deps): Promise<z.input<typeof ListQuestions.reply>> {
  const rows = await listQuestionRows(db)
  return { items: rows.map(({ questions, ...row }) => ({ ...row, questions: [...questions] })) }
}

const answerView = ({ zh, answerZh, isPrivate }: Answered): AnswerView => ({ zh, answerZh, isPrivate })

export async function listCaseAnswers(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<z.input<typeof ListCaseAnswers.reply>> {
  const found = (await findCase(deps.db, actor, id)) ?? fail('not_found', '没有找到这件案件')
  const answered = await findFirstAnswers(deps.db, id)
  return { items: answersFor(answered, holdsGrid(actor, 'reviewer', found.gridId)).map(answerView) }
}

/** One's own words and answers, private ones too. */
export async function readMyTelling({ db }: Deps, { id: personId }: Actor, id: string): Promise<TellingView> {
  const { words, answers, hiddenAt } =
    (await findTelling(db, id, personId)) ?? fail('not_found', '没有找到您在这件事里的反映')
  return { words, isHidden: hiddenAt !== null, answers: answers.map(answerView) }
}
