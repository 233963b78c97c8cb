import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CATEGORY_SEED } from '../../schema/seed/categories'
import { QUESTION_SEED } from '../../schema/seed/questions'
import { isRefusal } from '../../shared/kit/refusal'
import { type Answer, answersFor, blockOf, openQuestions, Question, readAnswers } from '../../shared/reports/questions'
import { URGENT_WORDS, urgencyOf } from '../../shared/reports/urgency'
import { openCounty } from '../cases/world'

const ALL = Object.fromEntries(
  Object.entries(QUESTION_SEED).map(([code, all]) => [code, all.map((one) => Question.parse(one))]),
)
const codes = fc.constantFrom(...Object.keys(ALL))
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.array(fc.string(), { maxLength: 4 }),
  fc.constantFrom('陕F12345', '18:30', '24:00', '其他', '人行道'),
)

/** Answers to a class's own questions, right and wrong ones, and some to questions nobody asked. */
const filled = codes.chain((code) => {
  const fitting = (ALL[code] ?? []).map(({ id, options, kind }) => {
    const right = kind === 'multi' ? fc.subarray(options) : options.length > 0 ? fc.constantFrom(...options) : answer
    return [id, fc.option(fc.oneof(right, answer), { nil: undefined })] as const
  })
  return fc.record({
    code: fc.constant(code),
    answers: fc
      .record({ ...Object.fromEntries(fitting), stray: fc.option(answer, { nil: undefined }) })
      .map((all) =>
        Object.fromEntries(Object.entries(all).flatMap(([id, one]) => (one === undefined ? [] : [[id, one]]))),
      ),
  })
})

test('each of the sixty classes has its row, and a condition looks back at a question that exists', () => {
  expect(Object.keys(ALL).sort()).toEqual(Object.keys(CATEGORY_SEED).sort())
  for (const [code, questions] of Object.entries(ALL)) {
    expect(new Set(questions.map(({ id }) => id)).size, code).toBe(questions.length)
    questions.forEach(({ when, kind, options, blocks }, i) => {
      if (when)
        expect(
          questions.slice(0, i).map(({ id }) => id),
          code,
        ).toContain(when.id)
      expect(options.length > 0, code).toBe(kind === 'choice' || kind === 'multi')
      if (blocks) expect(['110', '119', '120', '95598'], code).toContain(blocks.call)
    })
  }
})

test('what is kept of any answers was asked, in the order of the questions, and reads the same a second time', () => {
  fc.assert(
    fc.property(filled, ({ code, answers }) => {
      const questions = ALL[code] ?? []
      const kept = readAnswers(questions, answers)
      if (isRefusal(kept)) {
        expect(kept.field).toMatch(/^answers\./)
        return
      }
      const open = openQuestions(questions, answers).map(({ id }) => id)
      expect(kept.map(({ id }) => id)).toEqual(open.filter((id) => kept.some((one) => one.id === id)))
      expect(readAnswers(questions, Object.fromEntries(kept.map(({ id, value }) => [id, value])))).toEqual(kept)
      expect(answersFor(kept, false).some(({ isPrivate }) => isPrivate)).toBe(false)
    }),
  )
})

test('a question behind a condition is asked only when the condition holds, and its answer falls away otherwise', () => {
  const car = (is: boolean) => readAnswers(ALL.A3 ?? [], { car: is, plate: '陕f·12345' })
  expect(car(true)).toMatchObject([{ id: 'car' }, { id: 'plate', value: '陕F12345' }])
  expect(car(false)).toMatchObject([{ id: 'car', answerZh: '否' }])
  expect(readAnswers(ALL.A3 ?? [], { car: true, plate: '看不清' })).toMatchObject({
    refused: 'invalid',
    field: 'answers.plate',
  })
})

test('any word of danger raises the urgency and is named; without one the report is ordinary', () => {
  const words = fc.constantFrom(...URGENT_WORDS.emergency, ...URGENT_WORDS.hazard)
  fc.assert(
    fc.property(words, fc.string(), fc.string(), (word, before, after) => {
      const { urgency, why } = urgencyOf(before + word + after)
      expect(urgency).not.toBe('general')
      expect(before + word + after).toContain(why)
      expect(why.length).toBeGreaterThan(0)
    }),
  )
  expect(urgencyOf('路边有一袋垃圾')).toEqual({ urgency: 'general', why: '' })
})

test('a live wire blocks only while it is answered so', () => {
  expect(blockOf(ALL.D5 ?? [], { live: true })).toMatchObject({ call: '95598' })
  expect(blockOf(ALL.D5 ?? [], { live: false })).toBeNull()
})

const county = await openCounty()
const { ask, cast, report, file, move } = county

test('a blocking answer stops the report with the number to call', async () => {
  const answer = await report(cast.lin, { categoryCode: 'D5', answers: { live: true } })
  expect(answer).toMatchObject({ status: 422, field: 'answers', zh: expect.stringContaining('95598') })
  expect(await report(cast.lin, { categoryCode: 'D5', answers: { live: false } })).toMatchObject({ status: 200 })
})

test('private answers are read by reviewers of the grid and their author, never by the unit or the public', async () => {
  const sent = await report(cast.lin, {
    categoryCode: 'I2',
    words: '夜里排的，有人受伤',
    answers: { colour: '黑', who: '某某加工厂', stale: 'x' },
  })
  expect(sent).toMatchObject({ status: 200 })
  const { id } = sent
  await file(id)
  await move(cast.reviewer, id, 'dispatch', { unitId: 'U052' })
  const read = async (as: typeof cast.lin) => (await ask(as, 'GET', `/api/cases/${id}/answers`)).items
  expect(await read(cast.reviewer)).toMatchObject([{ answerZh: '黑' }, { answerZh: '某某加工厂', isPrivate: true }])
  expect(await read(cast.handler)).toEqual([{ zh: '水是什么颜色', answerZh: '黑', isPrivate: false }])
  expect(await read(cast.admin)).toHaveLength(1)
  expect(await ask(cast.otherHandler, 'GET', `/api/cases/${id}/answers`)).toMatchObject({ status: 404 })
  const mine = await ask(cast.lin, 'GET', `/api/my-cases/${id}/telling`)
  expect(mine).toMatchObject({ words: '夜里排的，有人受伤', answers: [{}, { answerZh: '某某加工厂' }] })
  expect(await ask(cast.zhou, 'GET', `/api/my-cases/${id}/telling`)).toMatchObject({ status: 404 })
  const seen = [
    await ask(null, 'GET', `/api/public/cases/${id}`),
    await ask(cast.handler, 'GET', `/api/cases/${id}`),
    await ask(cast.zhou, 'POST', `/api/cases/${id}/joins`, { key: county.key() }),
  ]
  expect(JSON.stringify(seen)).not.toContain('加工厂')
})

test('the word that raised the urgency is in the journal for the office to see', async () => {
  const { id } = await report(cast.lin, { words: '路灯杆漏电，有人受伤' })
  const seen = await ask(cast.reviewer, 'GET', `/api/cases/${id}`)
  expect(seen).toMatchObject({ urgency: 'emergency' })
  expect(JSON.stringify(seen.events)).toContain('文字里有“有人受伤”，先按')
})

test('answers that do not fit are refused at their question', async () => {
  expect(await report(cast.lin, { categoryCode: 'C1', answers: { plate: 'abc' } })).toMatchObject({
    status: 422,
    field: 'answers.plate',
  })
  expect(await report(cast.lin, { categoryCode: 'A6', answers: { depth: -3 } })).toMatchObject({
    status: 422,
    field: 'answers.depth',
  })
  expect(await report(cast.lin, { categoryCode: 'A6', answers: { depth: {} } })).toMatchObject({ status: 400 })
  const many = Object.fromEntries(Array.from({ length: 13 }, (_, i) => [`q${i}`, 'x']))
  expect(await report(cast.lin, { answers: many })).toMatchObject({ status: 400 })
})
