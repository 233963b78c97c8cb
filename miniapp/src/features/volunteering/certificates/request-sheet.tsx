import { shanghai } from '@shared/kit/time'
import { checkPeriod } from '@shared/volunteering/certificates/life'
import { hoursZh } from '@shared/volunteering/words'
import { useState } from 'react'
import { now } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { DatePick } from '../../../ui/date-pick'
import { FormRow } from '../../../ui/form-row'
import { Select } from '../../../ui/select'
import { Sheet } from '../../../ui/sheet'
import { Txt } from '../../../ui/txt'
import type { MyCertificatesHand } from './use-certificates'

type Team = { readonly id: string; readonly name: string; readonly minutes: number; readonly firstDay: string }
type RequestProps = { readonly hand: MyCertificatesHand; readonly teams: readonly Team[]; readonly onClose: () => void }

/** One unit, one period; the unit checks it before the paper is issued. */
export function RequestSheet({ hand, teams, onClose }: RequestProps) {
  const today = shanghai(now()).day
  const [teamId, setTeamId] = useState(teams[0]?.id ?? '')
  const [fromDay, setFromDay] = useState(teams[0]?.firstDay ?? today)
  const [toDay, setToDay] = useState(today)
  const wrong = checkPeriod(fromDay, toDay, today)
  const pick = (id: string) => {
    setTeamId(id)
    setFromDay(teams.find((team) => team.id === id)?.firstDay ?? fromDay)
  }
  const send = async () => {
    if (await hand.request({ teamId, fromDay, toDay })) onClose()
  }
  return (
    <Sheet title="申请证明" open onClose={onClose}>
      <FormRow label="记录单位" hint="谁组织谁出具">
        <Select
          label="记录单位"
          options={teams.map(({ id, name, minutes }) => ({ id, zh: `${name}（${hoursZh(minutes)} 小时）` }))}
          value={teamId}
          onPick={pick}
        />
      </FormRow>
      <FormRow label="从">
        <DatePick label="开始日期" mode="date" value={fromDay} to={today} onPick={setFromDay} />
      </FormRow>
      <FormRow label="到" {...(wrong ? { wrong: wrong.zh } : {})}>
        <DatePick label="结束日期" mode="date" value={toDay} to={today} onPick={setToDay} />
      </FormRow>
      <Txt size="caption" tone="second" block>
        证明免费，只写已认定的服务记录，逐条列出时间、内容和记录单位。
      </Txt>
      <Box className="sheet-act">
        <Button busy={hand.sending} disabled={teamId === '' || wrong !== null} onTap={() => void send()}>
          提交申请
        </Button>
      </Box>
    </Sheet>
  )
}
