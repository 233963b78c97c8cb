import * as z from 'zod'
import { type Refusal, refuse } from '../kit/refusal'

export const QUESTION_KINDS = ['text', 'number', 'choice', 'multi', 'yes_no', 'time', 'plate'] as const

/** What a question is answered with; a time is a clock time as 18:30. */
export const Answer = z.union(
  [
    z.string().trim().max(200, '一项回答最多 200 个字'),
    z.number(),
    z.boolean(),
    z.array(z.string().max(60, '没有这个选项')).max(12, '选得太多'),
  ],
  '有一项回答的格式不对',
)
export type Answer = z.infer<typeof Answer>
export type Answers = Readonly<Record<string, Answer>>

/** 追加问题: what a class asks besides photo and place. No answer is ever demanded: a photo and a place are enough. */
export const Question = z.object({
  id: z.string(),
  zh: z.string(),
  kind: z.enum(QUESTION_KINDS),
  /** Of a choice; the words are the answer. */
  options: z.array(z.string()).default([]),
  /** Behind a number: 米. */
  unitZh: z.string().default(''),
  max: z.number().nullable().default(null),
  /** Asked only where an earlier question was answered so. */
  when: z
    .object({ id: z.string(), is: z.union([z.string(), z.boolean()]) })
    .nullable()
    .default(null),
  /** Read by reviewers of the grid only; other answers also go to the unit, which needs them for the work. */
  isPrivate: z.boolean().default(false),
  /** An answer that means danger now: the form stops and shows the number to call. */
  blocks: z
    .object({ is: z.union([z.string(), z.boolean()]), call: z.string(), zh: z.string() })
    .nullable()
    .default(null),
})
export type Question = z.output<typeof Question>
/** As a county writes it down. */
export type QuestionSeed = z.input<typeof Question>

/** An answer as it is kept: with the question's own words, so that it stays readable when the question changes. */
export type Answered = {
  readonly id: string
  readonly zh: string
  readonly value: Answer
  readonly answerZh: string
  readonly isPrivate: boolean
}

const holds = (given: Answer | undefined, is: string | boolean) =>
  Array.isArray(given) ? typeof is === 'string' && given.includes(is) : given === is

/** Which questions are asked, given the answers so far: a condition looks at an earlier question that is asked itself. */
export function openQuestions(questions: readonly Question[], answers: Answers): Question[] {
  const open: Question[] = []
  for (const question of questions) {
    const { when } = question
    if (when === null || (open.some(({ id }) => id === when.id) && holds(answers[when.id], when.is)))
      open.push(question)
  }
  return open
}

/** The danger an answer tells of; null while there is none. */
export const blockOf = (questions: readonly Question[], answers: Answers) =>
  openQuestions(questions, answers).find(({ id, blocks }) => blocks !== null && holds(answers[id], blocks.is))
    ?.blocks ?? null

const PLATE = /^[\u4e00-\u9fa5][A-Z][A-Z0-9]{4,5}[A-Z0-9挂学警港澳]$/
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/

/** 陕f·12345 as typed becomes 陕F12345. */
export const plateOf = (typed: string) => typed.replace(/[\s·•.-]/g, '').toUpperCase()

const text = (given: Answer) => (typeof given === 'string' ? given : null)

/** The answer as it is kept, or null where it does not fit the kind. */
const READ: Record<Question['kind'], (given: Answer, question: Question) => Answer | null> = {
  text: text,
  number: (given, { max }) =>
    typeof given === 'number' && Number.isFinite(given) && given >= 0 && given <= (max ?? 100_000) ? given : null,
  choice: (given, { options }) => (typeof given === 'string' && options.includes(given) ? given : null),
  multi: (given, { options }) =>
    Array.isArray(given) && given.every((one) => options.includes(one))
      ? options.filter((one) => given.includes(one))
      : null,
  yes_no: (given) => (typeof given === 'boolean' ? given : null),
  time: (given) => (typeof given === 'string' && CLOCK.test(given) ? given : null),
  plate: (given) => (typeof given === 'string' && PLATE.test(plateOf(given)) ? plateOf(given) : null),
}

const WRONG_ZH: Record<Question['kind'], string> = {
  text: '请用文字回答',
  number: '请填数字，不能太大',
  choice: '没有这个选项，请重新选择',
  multi: '没有这个选项，请重新选择',
  yes_no: '请选择是或否',
  time: '请填时间，例如 18:30',
  plate: '车牌不完整，例如 陕F12345；看不清可以不填',
}

const isBlank = (given: Answer | undefined) =>
  given === undefined || given === '' || (Array.isArray(given) && given.length === 0)

function answerZh(value: Answer, { unitZh }: Question) {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return unitZh ? `${value} ${unitZh}` : String(value)
  return typeof value === 'string' ? value : value.join('、')
}

/**
 * What is kept of the answers of a form: those to questions that are asked, in their order. Blank ones and those left over from
 * another class or condition fall away; one that does not fit its kind is refused at its question.
 */
export function readAnswers(questions: readonly Question[], answers: Answers): Answered[] | Refusal {
  const kept: Answered[] = []
  for (const question of openQuestions(questions, answers)) {
    const given = answers[question.id]
    if (given === undefined || isBlank(given)) continue
    const { id, zh, kind, isPrivate } = question
    const value = READ[kind](given, question)
    if (value === null) return refuse('invalid', `${zh}：${WRONG_ZH[kind]}`, `answers.${id}`)
    kept.push({ id, zh, value, answerZh: answerZh(value, question), isPrivate })
  }
  return kept
}

/** What a reader may see: private answers are for reviewers of the grid, the others also for those who do the work; the public sees none. */
export const answersFor = (answered: readonly Answered[], isReviewer: boolean) =>
  answered.filter(({ isPrivate }) => isReviewer || !isPrivate)
