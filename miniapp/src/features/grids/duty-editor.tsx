import { inForce } from '@shared/grids/chain'
import type { DutyRow } from '@shared/grids/duty-contract'
import { TIER_ZH, TIERS, type Tier } from '@shared/grids/words'
import { addMinutes, shanghai, shanghaiMoment } from '@shared/kit/time'
import { useState } from 'react'
import { now } from '../../api/clock'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { DatePick } from '../../ui/date-pick'
import { FormRow } from '../../ui/form-row'
import { Loaded } from '../../ui/loaded'
import { Txt } from '../../ui/txt'
import { type DutyPlace, DutySheet } from './duty-sheet'
import { useDuties } from './use-duties'

const dayOf = (iso: string) => shanghai(new Date(iso)).day

/** Who answers on the day that is looked at; a row that goes on can be replaced from a day on. */
export function DutyEditor({ gridId }: { gridId: string }) {
  const duties = useDuties(gridId)
  const [day, setDay] = useState(shanghai(now()).day)
  const [place, setPlace] = useState<DutyPlace | null>(null)
  // The end of that day: what began in the course of it counts.
  const at = addMinutes(shanghaiMoment(day), 1439)
  const isThen = ({ startsAt, endsAt }: DutyRow) =>
    inForce({ startsAt: new Date(startsAt), endsAt: endsAt ? new Date(endsAt) : null }, at)
  return (
    <Loaded load={duties.load}>
      {({ items }) => (
        <>
          <FormRow label="看哪一天" hint="过去和将来都能看">
            <DatePick label="看哪一天" mode="date" value={day} onPick={(picked) => picked && setDay(picked)} />
          </FormRow>
          {TIERS.map((tier) => (
            <TierCard
              key={tier}
              tier={tier}
              rows={items.filter((row) => row.tier === tier)}
              isThen={isThen}
              onPlace={(old) => setPlace({ tier, old })}
            />
          ))}
          {place && (
            <DutySheet
              key={`${place.tier} ${place.old?.id ?? ''}`}
              place={place}
              duties={duties}
              onClose={() => setPlace(null)}
            />
          )}
        </>
      )}
    </Loaded>
  )
}

type TierCardProps = {
  readonly tier: Tier
  readonly rows: readonly DutyRow[]
  readonly isThen: (row: DutyRow) => boolean
  readonly onPlace: (old: DutyRow | null) => void
}

function TierCard({ tier, rows, isThen, onPlace }: TierCardProps) {
  const [all, setAll] = useState(false)
  const then = rows.filter(isThen)
  const others = rows.filter((row) => !isThen(row))
  return (
    <Card title={TIER_ZH[tier]} aside={`${then.length} 条`} flush>
      {then.length === 0 && (
        <Box className="setting-row">
          <Txt tone="warn">这一天空缺</Txt>
        </Box>
      )}
      {(all ? [...then, ...others] : then).map((row) => (
        <DutyLine key={row.id} row={row} past={!isThen(row)} onReplace={() => onPlace(row)} />
      ))}
      <Box className="setting-row row wrap gap-2">
        <Button kind="soft" dense fit icon="plus" label={`增加${TIER_ZH[tier]}`} onTap={() => onPlace(null)}>
          增加
        </Button>
        {others.length > 0 && (
          <Button kind="ghost" dense fit onTap={() => setAll(!all)}>
            {all ? '收起历史' : `其他日子的 ${others.length} 条`}
          </Button>
        )}
      </Box>
    </Card>
  )
}

function DutyLine({ row, past, onReplace }: { row: DutyRow; past: boolean; onReplace: () => void }) {
  const { personName, unitName, postZh, segmentZh, startsAt, endsAt } = row
  const name = [personName, unitName].filter(Boolean).join(' · ')
  return (
    <Box className="setting-row between gap-3">
      <Box className="grow">
        <Txt strong={!past} {...(past ? { tone: 'second' as const } : {})} block>
          {name}
        </Txt>
        <Txt size="caption" tone="second" block>
          {[postZh, segmentZh, `${dayOf(startsAt)} 起${endsAt ? `，到 ${dayOf(endsAt)} 前` : ''}`]
            .filter(Boolean)
            .join(' · ')}
        </Txt>
      </Box>
      {endsAt === null && (
        <Button kind="ghost" dense fit label={`更换${name}`} onTap={onReplace}>
          更换
        </Button>
      )}
    </Box>
  )
}
