import type { DutyRow } from '@shared/grids/duty-contract'
import { isUnitTier, TIER_ZH, type Tier } from '@shared/grids/words'
import { shanghai } from '@shared/kit/time'
import { useState } from 'react'
import { now } from '../../api/clock'
import { Button } from '../../ui/button'
import { DatePick } from '../../ui/date-pick'
import { FormRow } from '../../ui/form-row'
import { Input } from '../../ui/input'
import { Sheet } from '../../ui/sheet'
import { type PickedUnit, UnitPick } from './unit-pick'
import type { Duties } from './use-duties'

/** Either one more of a tier, or in the place of one that stands there. */
export type DutyPlace = { readonly tier: Tier; readonly old: DutyRow | null }
type DutySheetProps = { readonly place: DutyPlace; readonly duties: Duties; readonly onClose: () => void }

export function DutySheet({ place: { tier, old }, duties: { busy, change, end }, onClose }: DutySheetProps) {
  const today = shanghai(now()).day
  const [unit, setUnit] = useState<PickedUnit | null>(
    old?.unitId && !isUnitTier(tier) ? { id: old.unitId, name: old.unitName ?? '' } : null,
  )
  const [personName, setPersonName] = useState('')
  const [postZh, setPostZh] = useState(old?.postZh ?? TIER_ZH[tier])
  const [segmentZh, setSegmentZh] = useState(old?.segmentZh ?? '')
  const [startsOn, setStartsOn] = useState(today)
  const save = async () => {
    const who = isUnitTier(tier) ? {} : { personName }
    const ask = { tier, replaces: old?.id ?? null, unitId: unit?.id ?? null, postZh, segmentZh, startsOn, ...who }
    if (await change(ask)) onClose()
  }
  const stop = async () => {
    if (old && (await end(old, startsOn))) onClose()
  }
  return (
    <Sheet title={old ? `更换${TIER_ZH[tier]}` : `增加${TIER_ZH[tier]}`} open onClose={onClose}>
      {!isUnitTier(tier) && (
        <FormRow label="姓名">
          <Input label="姓名" value={personName} onText={setPersonName} max={20} />
        </FormRow>
      )}
      <FormRow label="单位" hint={isUnitTier(tier) ? '必选' : '可不选'}>
        <UnitPick unit={unit} onPick={setUnit} />
      </FormRow>
      <FormRow label="职务">
        <Input label="职务" value={postZh} onText={setPostZh} max={30} />
      </FormRow>
      <FormRow label="路段或小区" hint="不填就是全网格">
        <Input label="路段或小区" value={segmentZh} onText={setSegmentZh} max={40} />
      </FormRow>
      <FormRow label="从哪天起" hint="今天或以后">
        <DatePick label="从哪天起" mode="date" value={startsOn} from={today} onPick={setStartsOn} />
      </FormRow>
      <Button busy={busy} onTap={() => void save()}>
        {old ? '更换' : '增加'}
      </Button>
      {old && (
        <Button kind="ghost" busy={busy} onTap={() => void stop()}>
          从这天起空缺，不接替
        </Button>
      )}
    </Sheet>
  )
}
