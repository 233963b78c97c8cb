import { keptZh, POINT_RULE_RANGE } from '@shared/volunteering/points/rules'
import type { PointRulesView } from '@shared/volunteering/rules/contract'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { DatePick } from '../../../ui/date-pick'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Tag } from '../../../ui/tag'
import { Txt } from '../../../ui/txt'
import type { PointRulesHand } from './use-point-rules'

type Props = { readonly rules: PointRulesView; readonly hand: PointRulesHand }

/** 积分办法: every version with its day, and the next one. */
export const PointRules = ({ rules, hand }: Props) => (
  <Box className="office">
    <Card flush title="积分办法" aside="已得的积分和到期不变">
      {rules.items.map(({ startsOn, pointsPerHour, keptYears, hasBegun }) => (
        <Box key={startsOn} className="office-row">
          <Box className="office-words">
            <Txt block strong num>{`每满 1 小时 ${pointsPerHour} 分`}</Txt>
            <Txt size="caption" tone="second" block num>
              {`${startsOn} 起的服务 · ${keptZh(keptYears)}到期`}
            </Txt>
          </Box>
          <Box className="office-end">
            <Tag zh={hasBegun ? '已开始' : '未开始'} tone={hasBegun ? 'plain' : 'brand'} />
          </Box>
        </Box>
      ))}
    </Card>
    <NextRule rules={rules} hand={hand} />
  </Box>
)

function NextRule({ rules: { items, from }, hand: { busy, wrong, save } }: Props) {
  const [startsOn, setStartsOn] = useState('')
  const [points, setPoints] = useState(String(items[0]?.pointsPerHour ?? ''))
  const [years, setYears] = useState(String(items[0]?.keptYears ?? ''))
  const wrongOf = (field: string) => (wrong?.field === field ? wrong.zh : '')
  const isTyped = startsOn !== '' && [points, years].every((text) => /^\d+$/.test(text.trim()))
  const hintOf = (range: readonly [number, number]) => `${range[0]}–${range[1]}`
  return (
    <Card title="定新的积分办法">
      <FormRow label="从哪天起" hint="最早明天" wrong={wrongOf('startsOn')}>
        <DatePick label="从哪天起" mode="date" value={startsOn} from={from} onPick={setStartsOn} />
      </FormRow>
      <FormRow label="每满 1 小时（分）" hint={hintOf(POINT_RULE_RANGE.pointsPerHour)} wrong={wrongOf('pointsPerHour')}>
        <Input label="每满 1 小时（分）" keyboard="number" value={points} max={3} onText={setPoints} />
      </FormRow>
      <FormRow
        label="保留年数"
        hint={`${hintOf(POINT_RULE_RANGE.keptYears)}，0 为${keptZh(0)}，1 为${keptZh(1)}`}
        wrong={wrongOf('keptYears')}
      >
        <Input label="保留年数" keyboard="number" value={years} max={2} onText={setYears} />
      </FormRow>
      <Button
        busy={busy}
        disabled={!isTyped}
        onTap={() => void save({ startsOn, pointsPerHour: Number(points), keptYears: Number(years) })}
      >
        保存积分办法
      </Button>
    </Card>
  )
}
