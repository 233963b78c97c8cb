import { ANSWER_DAYS, type Colour, type SupervisionLevel } from '@shared/cases/supervision'
import { IssueSupervision } from '@shared/cases/supervision-contract'
import { COLOUR_ZH } from '@shared/cases/supervision-words'
import { useState } from 'react'
import { call } from '../../../api/call'
import { useSend } from '../../../api/use-send'
import { Area } from '../../../ui/area'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Choices } from '../../../ui/choices'
import { FormRow } from '../../../ui/form-row'
import { Sheet } from '../../../ui/sheet'
import { toast } from '../../../ui/toast'
import { Toggle } from '../../../ui/toggle'
import { Txt } from '../../../ui/txt'
import { LEVEL_CHOICES } from './step-sheet'

type IssueProps = {
  readonly caseId: string
  readonly colours: readonly Colour[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** 发督办单: colour, level, whether it is 挂牌 at once, and what is asked of the unit. */
export function IssueSheet({ caseId, colours, onClose, onDone }: IssueProps) {
  const [colour, setColour] = useState<Colour | undefined>(colours[0])
  const [level, setLevel] = useState<SupervisionLevel>('county')
  const [isListed, setListed] = useState(false)
  const [note, setNote] = useState('')
  const { busy, send } = useSend()
  const submit = async () => {
    if (!colour) return
    const body = { colour, level, isListed, note }
    const done = await send(JSON.stringify(body), async (key) => {
      const { number } = await call(IssueSupervision, { params: { id: caseId }, body: { key, ...body } })
      toast(`${number}已发出`, 'ok')
    })
    if (done) onDone()
  }
  return (
    <Sheet title="挂牌督办" open onClose={onClose}>
      <FormRow label="颜色">
        <Choices
          label="颜色"
          items={colours.map((id) => ({ id, zh: COLOUR_ZH[id], more: `${ANSWER_DAYS[id]} 个工作日答复` }))}
          picked={colour ? [colour] : []}
          onPick={(id) => setColour(colours.find((one) => one === id))}
        />
      </FormRow>
      <FormRow label="级别">
        <Choices
          label="级别"
          items={LEVEL_CHOICES}
          picked={[level]}
          onPick={(id) => setLevel(id === 'town' ? 'town' : 'county')}
        />
      </FormRow>
      <FormRow label="督办要求">
        <Area label="督办要求" value={note} onText={setNote} max={500} placeholder="请写明要办到什么程度" />
      </FormRow>
      <Box className="between">
        <Txt>同时挂牌</Txt>
        <Toggle label="同时挂牌" on={isListed} onChange={setListed} />
      </Box>
      <Button busy={busy !== null} onTap={() => void submit()}>
        发督办单
      </Button>
    </Sheet>
  )
}
