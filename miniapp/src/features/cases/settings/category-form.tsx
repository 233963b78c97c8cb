import { ChangeCategory, type RuleVersion } from '@shared/cases/category-contract'
import { addDays, shanghai } from '@shared/kit/time'
import { useState } from 'react'
import { call } from '../../../api/call'
import { now } from '../../../api/clock'
import { useSend } from '../../../api/use-send'
import { Area } from '../../../ui/area'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { DatePick } from '../../../ui/date-pick'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { toast } from '../../../ui/toast'
import { Toggle } from '../../../ui/toggle'
import { Txt } from '../../../ui/txt'
import { LimitField, limitOf, typed } from './limit-field'

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The form starts with what the newest version says. */
const started = (last: RuleVersion) => ({
  startsOn: shanghai(addDays(now(), 1)).day,
  zh: last.zh,
  departmentZh: last.departmentZh,
  limit: typed(last.limitMinutes, last.limitClock),
  hazard: typed(last.hazardMinutes, last.hazardClock),
  isPrivate: last.isPrivate,
  isFuzzed: last.isFuzzed,
  hintZh: last.hintZh,
  keywords: last.keywords.join(' '),
  filing: last.filingConditions.join('\n'),
  closing: last.closingConditions.join('\n'),
})

function useRule(last: RuleVersion) {
  const [form, setForm] = useState(() => started(last))
  const set = (change: Partial<typeof form>) => setForm((old) => ({ ...old, ...change }))
  return { form, set }
}
type Rule = ReturnType<typeof useRule>

type CategoryFormProps = { readonly code: string; readonly last: RuleVersion; readonly onDone: () => void }

/** The next version: from a day to come; what came in before is handled as it was promised. */
export function CategoryForm({ code, last, onDone }: CategoryFormProps) {
  const rule = useRule(last)
  const { form, set } = rule
  const { busy, send } = useSend()
  const limit = limitOf(form.limit)
  const save = () =>
    send(JSON.stringify(form), async (key) => {
      if (!limit) throw new Error('请填写时限，要大于零')
      await call(ChangeCategory, { params: { id: code }, body: { key, ...ruleOf(form, limit) } })
      toast(`从 ${form.startsOn} 起按新规则`, 'ok')
      onDone()
    })
  return (
    <Card title="新版本">
      <Txt size="caption" tone="second" block>
        最早从明天起。在那之前提交的案件按原来的名称、时限和条件办完。
      </Txt>
      <FormRow label="从哪天起">
        <DatePick
          label="从哪天起"
          mode="date"
          value={form.startsOn}
          from={shanghai(addDays(now(), 1)).day}
          onPick={(startsOn) => startsOn && set({ startsOn })}
        />
      </FormRow>
      <FormRow label="名称">
        <Input label="名称" value={form.zh} onText={(zh) => set({ zh })} max={20} />
      </FormRow>
      <FormRow label="主管行业">
        <Input label="主管行业" value={form.departmentZh} onText={(departmentZh) => set({ departmentZh })} max={20} />
      </FormRow>
      <LimitField label="时限" value={form.limit} onChange={(one) => set({ limit: one })} />
      <LimitField label="应急时限" hint="没有就留空" value={form.hazard} onChange={(hazard) => set({ hazard })} />
      <Words rule={rule} />
      <Button busy={busy !== null} onTap={() => void save()}>
        保存新版本
      </Button>
    </Card>
  )
}

function ruleOf(form: Rule['form'], limit: NonNullable<ReturnType<typeof limitOf>>) {
  const { startsOn, zh, departmentZh, isPrivate, isFuzzed, hintZh } = form
  const hazard = limitOf(form.hazard)
  return {
    ...{
      startsOn,
      zh,
      departmentZh,
      isPrivate,
      isFuzzed,
      hintZh,
      limitMinutes: limit.minutes,
      limitClock: limit.clock,
    },
    ...{ hazardMinutes: hazard?.minutes ?? null, hazardClock: hazard?.clock ?? null },
    keywords: form.keywords.split(/\s+/).filter(Boolean),
    filingConditions: linesOf(form.filing),
    closingConditions: linesOf(form.closing),
  }
}

function Words({ rule: { form, set } }: { rule: Rule }) {
  return (
    <>
      <FormRow label="立案条件" hint="每行一条">
        <Area label="立案条件" value={form.filing} onText={(filing) => set({ filing })} max={400} />
      </FormRow>
      <FormRow label="结案条件" hint="每行一条">
        <Area label="结案条件" value={form.closing} onText={(closing) => set({ closing })} max={400} />
      </FormRow>
      <FormRow label="给市民的提示" hint="可以不填">
        <Input label="给市民的提示" value={form.hintZh} onText={(hintZh) => set({ hintZh })} max={60} />
      </FormRow>
      <FormRow label="关键词" hint="用空格隔开">
        <Input label="关键词" value={form.keywords} onText={(keywords) => set({ keywords })} max={200} />
      </FormRow>
      <Box className="between gap-3 category-private">
        <Txt>这一类不向公众公开</Txt>
        <Toggle label="不公开" on={form.isPrivate} onChange={(isPrivate) => set({ isPrivate })} />
      </Box>
      <Box className="between gap-3 category-private">
        <Txt>对外只显示大致位置，看不出是哪一户</Txt>
        <Toggle label="位置模糊" on={form.isFuzzed} onChange={(isFuzzed) => set({ isFuzzed })} />
      </Box>
    </>
  )
}
