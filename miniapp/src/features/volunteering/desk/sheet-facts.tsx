import { ACTIVITY_KINDS } from '@shared/volunteering/activities'
import { RISK_CLASS_ZH, RISK_CLASSES } from '@shared/volunteering/guardians'
import { ACTIVITY_KIND_ZH } from '@shared/volunteering/words'
import { useState } from 'react'
import { Area } from '../../../ui/area'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { DatePick } from '../../../ui/date-pick'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Select } from '../../../ui/select'
import { Toggle } from '../../../ui/toggle'
import { Txt } from '../../../ui/txt'
import { useCounty } from '../../grids/use-county'
import { PlaceSheet } from '../../reports/place-sheet'
import { type SheetHand, useSheetLists } from './use-sheet'

type FactsProps = { readonly hand: SheetHand; readonly isDraft: boolean }

/** 是什么: only while it is a draft. */
export function WhatCard({ hand: { form, set, wrongOf } }: { hand: SheetHand }) {
  const { teams, series } = useSheetLists()
  return (
    <Card title="活动">
      <FormRow label="名称" wrong={wrongOf('title')}>
        <Input label="活动名称" value={form.title} max={60} onText={(title) => set({ title })} />
      </FormRow>
      <FormRow label="类别" wrong={wrongOf('kind')}>
        <Choices
          label="活动类别"
          look="tag"
          items={ACTIVITY_KINDS.map((id) => ({ id, zh: ACTIVITY_KIND_ZH[id] }))}
          picked={[form.kind]}
          onPick={(id) => set({ kind: ACTIVITY_KINDS.find((one) => one === id) ?? form.kind })}
        />
      </FormRow>
      <FormRow label="组织队伍" wrong={wrongOf('teamId')}>
        <Select label="组织队伍" options={teams} value={form.teamId} onPick={(teamId) => set({ teamId })} />
      </FormRow>
      <FormRow label="系列" hint="期数在发布时依次给出" wrong={wrongOf('seriesId')}>
        <Select
          label="系列"
          options={series}
          value={form.seriesId ?? ''}
          onPick={(id) => set({ seriesId: id === '' ? null : id })}
        />
      </FormRow>
      <FormRow label="报名截止" wrong={wrongOf('signUpEndsAt')}>
        <Box className="row gap-2">
          <DatePick label="截止日期" mode="date" value={form.untilDay} onPick={(untilDay) => set({ untilDay })} />
          <DatePick label="截止时间" mode="time" value={form.untilClock} onPick={(untilClock) => set({ untilClock })} />
        </Box>
      </FormRow>
    </Card>
  )
}

export function PlaceFacts({ hand: { form, set, wrongOf } }: { hand: SheetHand }) {
  const [open, setOpen] = useState(false)
  const county = useCounty()
  return (
    <Card title="介绍和地点">
      <FormRow label="介绍" wrong={wrongOf('summary')}>
        <Area
          label="活动介绍"
          value={form.summary}
          max={2000}
          placeholder="做什么、带什么、雨天怎么办"
          onText={(summary) => set({ summary })}
        />
      </FormRow>
      <FormRow label="集合地点" wrong={wrongOf('placeZh', 'position')}>
        <Input label="集合地点" value={form.placeZh} max={100} onText={(placeZh) => set({ placeZh })} />
        <Button kind="outline" dense icon="map-pin" onTap={() => setOpen(true)}>
          {form.position ? '改地图上的位置' : '在地图上选位置'}
        </Button>
      </FormRow>
      <FormRow label="签到范围（米）" hint="50–5000" wrong={wrongOf('radiusM')}>
        <Input
          label="签到范围，米"
          keyboard="number"
          value={form.radiusM}
          max={4}
          onText={(radiusM) => set({ radiusM })}
        />
      </FormRow>
      <FormRow label="领队联系方式" wrong={wrongOf('contactZh')}>
        <Input label="领队联系方式" value={form.contactZh} max={60} onText={(contactZh) => set({ contactZh })} />
      </FormRow>
      <PlaceSheet
        open={open}
        from={form.position ?? county?.center ?? null}
        title="集合地点在哪里"
        hint="拖动地图，在集合的地方点一下"
        onClose={() => setOpen(false)}
        onChoose={({ lng, lat }) => {
          set({ position: { lng, lat } })
          setOpen(false)
        }}
      />
    </Card>
  )
}

export const RiskCard = ({ hand: { form, set, wrongOf }, isDraft }: FactsProps) => (
  <Card title="风险与安全">
    <FormRow label="风险与安全提示" hint="报名的人会读到并确认" wrong={wrongOf('riskZh')}>
      <Area label="风险与安全提示" value={form.riskZh} max={1000} onText={(riskZh) => set({ riskZh })} />
    </FormRow>
    {isDraft && (
      <>
        <Box className="between">
          <Txt>有较大风险，只招募成年人并须有保险</Txt>
          <Toggle label="有较大风险" on={form.isRisky} onChange={(isRisky) => set({ isRisky })} />
        </Box>
        <FormRow label="保险单号" hint={form.isRisky ? '必填' : '可不填'} wrong={wrongOf('insuranceNo')}>
          <Input label="保险单号" value={form.insuranceNo} max={60} onText={(insuranceNo) => set({ insuranceNo })} />
        </FormRow>
        <FormRow label="风险等级" hint="决定未成年人要哪种同意书" wrong={wrongOf('riskClass')}>
          <Choices
            label="风险等级"
            look="segment"
            items={RISK_CLASSES.map((id) => ({ id, zh: RISK_CLASS_ZH[id] }))}
            picked={[form.riskClass]}
            onPick={(id) => set({ riskClass: id === 'medium' ? 'medium' : 'low' })}
          />
        </FormRow>
        <FormRow label="最低年龄" hint="不填为不限，最低 8 岁" wrong={wrongOf('minAge')}>
          <Input label="最低年龄" keyboard="number" value={form.minAge} max={3} onText={(minAge) => set({ minAge })} />
        </FormRow>
      </>
    )}
  </Card>
)
