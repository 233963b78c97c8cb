import { ListQuestions } from '@shared/reports/contract'
import { type Answer, type Answers, blockOf, openQuestions } from '@shared/reports/questions'
import { useLoad } from '../../api/use-load'

/** What a class asks besides, and how to photograph it; null until the county's list is there. */
export function useQuestions(categoryCode: string | null, answers: Answers) {
  const { data } = useLoad(ListQuestions, { params: {}, body: {} })
  const asked = data?.items.find((one) => one.categoryCode === categoryCode)
  if (!asked) return null
  const { questions, nearZh, farZh } = asked
  return { open: openQuestions(questions, answers), block: blockOf(questions, answers), nearZh, farZh }
}
export type Asked = ReturnType<typeof useQuestions>

/** The answers with one changed; undefined takes it back. */
export function answered(answers: Answers, id: string, answer: Answer | undefined): Answers {
  const { [id]: _was, ...rest } = answers
  return answer === undefined ? rest : { ...rest, [id]: answer }
}
