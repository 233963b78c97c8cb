import {
  AnswerOutsideCase,
  OUTSIDE_OUTCOME_ZH,
  OUTSIDE_OUTCOMES,
  type OutsideCase,
  type OutsideOutcome,
} from '@shared/cases/outside-contract'
import { useState } from 'react'
import { call } from '../../../api/call'
import { useSend } from '../../../api/use-send'
import { Area } from '../../../ui/area'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { toast } from '../../../ui/toast'

const OUTCOMES = OUTSIDE_OUTCOMES.map((id) => ({ id, zh: OUTSIDE_OUTCOME_ZH[id] }))
type OutsideFormProps = { readonly token: string; readonly onAnswered: (view: OutsideCase) => void }

export function OutsideForm({ token, onAnswered }: OutsideFormProps) {
  const [outcome, setOutcome] = useState<OutsideOutcome>('working')
  const [byZh, setBy] = useState('')
  const [words, setWords] = useState('')
  const { busy, send } = useSend()
  const answer = async () => {
    const said = await send(JSON.stringify([outcome, byZh, words]), async (key) => {
      onAnswered(await call(AnswerOutsideCase, { params: {}, body: { key, token, outcome, byZh, words } }))
    })
    if (!said) return
    setWords('')
    toast('已答复', 'ok')
  }
  return (
    <Card title="答复办理情况">
      <Choices
        label="办理情况"
        items={OUTCOMES}
        picked={[outcome]}
        onPick={(id) => setOutcome(OUTSIDE_OUTCOMES.find((one) => one === id) ?? outcome)}
      />
      <FormRow label="办理情况">
        <Area label="办理情况" value={words} onText={setWords} max={500} placeholder="做了什么，什么时候办完" />
      </FormRow>
      <FormRow label="答复人">
        <Input label="答复人" value={byZh} onText={setBy} max={40} placeholder="单位和姓名" />
      </FormRow>
      <Button busy={busy !== null} disabled={words.trim() === '' || byZh.trim() === ''} onTap={() => void answer()}>
        提交答复
      </Button>
    </Card>
  )
}
