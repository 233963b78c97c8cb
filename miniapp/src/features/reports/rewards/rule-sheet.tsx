import { BUDGET_PERIODS } from '@shared/reports/rewards/rules'
import { BUDGET_PERIOD_ZH } from '@shared/reports/rewards/words'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Choices } from '../../../ui/choices'
import { DatePick } from '../../../ui/date-pick'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Sheet } from '../../../ui/sheet'
import { useCategories } from '../../cases/use-categories'
import type { RuleDraft } from './rule-form'

type RuleSheetProps = {
  readonly draft: RuleDraft
  readonly today: string
  readonly busy: boolean
  readonly onClose: () => void
  readonly onSave: (draft: RuleDraft) => void
}

// biome-ignore format: a table reads by its columns
const AMOUNTS = [
  { id: 'firstYuan',      zh: '首报奖金（元）' },
  { id: 'followerYuan',   zh: '附议奖金（元）' },
  { id: 'firstPoints',    zh: '首报积分' },
  { id: 'followerPoints', zh: '附议积分' },
  { id: 'dayMaxYuan',     zh: '每人每天最多（元）' },
  { id: 'monthMaxYuan',   zh: '每人每月最多（元）' },
  { id: 'dayMaxPoints',   zh: '每人每天积分最多' },
  { id: 'budgetYuan',     zh: '每期预算（元）' },
] as const

export function RuleSheet({ draft: given, today, busy, onClose, onSave }: RuleSheetProps) {
  const [draft, setDraft] = useState(given)
  const set = (is: Partial<RuleDraft>) => setDraft({ ...draft, ...is })
  const whole = draft.zh.trim() !== '' && draft.classes.length > 0 && draft.note.trim() !== ''
  return (
    <Sheet title={draft.lineId === null ? '新设奖励办法' : '定新版本'} open onClose={onClose}>
      <FormRow label="名称">
        <Input label="名称" value={draft.zh} onText={(zh) => set({ zh })} placeholder="比如 随手拍奖励办法" max={40} />
      </FormRow>
      <Classes picked={draft.classes} onPick={(classes) => set({ classes })} />
      <Box className="rule-amounts">
        {AMOUNTS.map(({ id, zh }) => (
          <FormRow key={id} label={zh}>
            <Input label={zh} value={draft[id]} onText={(text) => set({ [id]: text })} max={12} />
          </FormRow>
        ))}
      </Box>
      <FormRow label="预算周期">
        <Choices
          label="预算周期"
          items={BUDGET_PERIODS.map((id) => ({ id, zh: BUDGET_PERIOD_ZH[id] }))}
          picked={[draft.budgetPeriod]}
          onPick={(id) => set({ budgetPeriod: BUDGET_PERIODS.find((one) => one === id) ?? 'month' })}
        />
      </FormRow>
      <Box className="rule-amounts">
        <FormRow label="开始">
          <DatePick
            label="开始日期"
            mode="date"
            value={draft.startsOn}
            from={today}
            onPick={(startsOn) => set({ startsOn })}
          />
        </FormRow>
        <FormRow label="最后一天" hint="不选就一直有效">
          <DatePick
            label="最后一天"
            mode="date"
            value={draft.endsOn}
            from={today}
            onPick={(endsOn) => set({ endsOn })}
          />
        </FormRow>
      </Box>
      <FormRow label="依据" hint="会留痕">
        <Input label="依据" value={draft.note} onText={(note) => set({ note })} placeholder="文号或会议" max={200} />
      </FormRow>
      <Box className="sheet-act">
        <Button busy={busy} disabled={!whole} onTap={() => onSave(draft)}>
          定下来
        </Button>
      </Box>
    </Sheet>
  )
}

type ClassesProps = { readonly picked: readonly string[]; readonly onPick: (codes: readonly string[]) => void }

function Classes({ picked, onPick }: ClassesProps) {
  const categories = useCategories() ?? []
  const flip = (code: string) =>
    onPick(picked.includes(code) ? picked.filter((one) => one !== code) : [...picked, code])
  return (
    <FormRow label="适用类别" hint={`已选 ${picked.length} 类`}>
      <Choices
        label="适用类别"
        look="tag"
        many
        items={categories.map(({ code, zh }) => ({ id: code, zh }))}
        picked={picked}
        onPick={flip}
      />
    </FormRow>
  )
}
