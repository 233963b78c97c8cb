import type { Answers, Question } from '@shared/reports/questions'
import { callPhone } from '../../device/call-phone'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { FormRow } from '../../ui/form-row'
import { Icon } from '../../ui/icon'
import { Txt } from '../../ui/txt'
import { QuestionField } from './question-field'
import { type Asked, answered } from './use-questions'
import { Wrong } from './wrong'

type QuestionsCardProps = {
  readonly asked: Asked
  readonly answers: Answers
  readonly wrong: { readonly field: string; readonly zh: string } | null
  readonly onAnswers: (answers: Answers) => void
}

/** What the class asks besides; each may be left open. Danger stands first and says whom to call. */
export function QuestionsCard({ asked, answers, wrong, onAnswers }: QuestionsCardProps) {
  if (asked === null || asked.open.length === 0) return null
  const wrongOf = (id: string) => (wrong?.field === `answers.${id}` ? { wrong: wrong.zh } : {})
  return (
    <Card title="补充几句" aside="都可以不填">
      {asked.open.map((question) => (
        <FormRow key={question.id} label={question.zh} {...hintOf(question)} {...wrongOf(question.id)}>
          <QuestionField
            question={question}
            value={answers[question.id]}
            onAnswer={(answer) => onAnswers(answered(answers, question.id, answer))}
          />
        </FormRow>
      ))}
      {asked.block && <BlockLine {...asked.block} />}
      <Wrong zh={wrong?.field === 'answers' && !asked.block ? wrong.zh : ''} />
    </Card>
  )
}

const hintOf = ({ isPrivate, unitZh }: Question) =>
  isPrivate ? { hint: '只有审核员能看' } : unitZh ? { hint: unitZh } : {}

const BlockLine = ({ call, zh }: { call: string; zh: string }) => (
  <Box as="alert" className="safety">
    <Icon name="alert-triangle" size={20} />
    <Txt strong className="grow">
      {zh}
    </Txt>
    <Button kind="danger" dense fit icon="phone" onTap={() => callPhone(call)}>
      {`拨 ${call}`}
    </Button>
  </Box>
)
