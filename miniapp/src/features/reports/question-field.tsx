import type { Answer, Question } from '@shared/reports/questions'
import { Choices } from '../../ui/choices'
import { DatePick } from '../../ui/date-pick'
import { Input } from '../../ui/input'

type FieldProps = {
  readonly question: Question
  readonly value: Answer | undefined
  readonly onAnswer: (answer: Answer | undefined) => void
}

const YES_NO = [
  { id: 'yes', zh: '是' },
  { id: 'no', zh: '否' },
]

/** A second tap on what is chosen takes it back: no question must be answered. */
const Pick = ({ question: { zh, options }, value, onAnswer }: FieldProps) => (
  <Choices
    label={zh}
    look="tag"
    items={options.map((id) => ({ id, zh: id }))}
    picked={typeof value === 'string' ? [value] : []}
    onPick={(id) => onAnswer(id === value ? undefined : id)}
  />
)

function PickMany({ question: { zh, options }, value, onAnswer }: FieldProps) {
  const picked = Array.isArray(value) ? value : []
  const toggle = (id: string) => (picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id])
  return (
    <Choices
      label={zh}
      look="tag"
      many
      items={options.map((id) => ({ id, zh: id }))}
      picked={picked}
      onPick={(id) => onAnswer(toggle(id))}
    />
  )
}

const YesNo = ({ question: { zh }, value, onAnswer }: FieldProps) => (
  <Choices
    label={zh}
    look="tag"
    items={YES_NO}
    picked={typeof value === 'boolean' ? [value ? 'yes' : 'no'] : []}
    onPick={(id) => onAnswer(value === (id === 'yes') ? undefined : id === 'yes')}
  />
)

const Time = ({ question: { zh }, value, onAnswer }: FieldProps) => (
  <DatePick label={zh} mode="time" value={typeof value === 'string' ? value : ''} onPick={onAnswer} />
)

/** Numbers are kept as numbers once they read as one; what does not is said by the server at this question. */
const numberOf = (text: string) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : text)

const Written = ({ question: { zh, kind, unitZh }, value, onAnswer }: FieldProps) => (
  <Input
    label={zh}
    value={value === undefined ? '' : String(value)}
    max={kind === 'text' ? 100 : 12}
    placeholder={kind === 'plate' ? '例如 陕F12345，看不清可不填' : unitZh}
    keyboard={kind === 'number' ? 'number' : 'text'}
    onText={(text) => onAnswer(text === '' ? undefined : kind === 'number' ? numberOf(text) : text)}
  />
)

const FIELDS = {
  choice: Pick,
  multi: PickMany,
  yes_no: YesNo,
  time: Time,
  text: Written,
  number: Written,
  plate: Written,
}

export const QuestionField = (given: FieldProps) => {
  const Field = FIELDS[given.question.kind]
  return <Field {...given} />
}
