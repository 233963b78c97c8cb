import { Announce } from '@shared/cases/announcement-contract'
import { addDays, shanghai } from '@shared/kit/time'
import { useState } from 'react'
import { call } from '../../../api/call'
import { now } from '../../../api/clock'
import { useSend } from '../../../api/use-send'
import { Area } from '../../../ui/area'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { DatePick } from '../../../ui/date-pick'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Select } from '../../../ui/select'
import { Sheet } from '../../../ui/sheet'
import { toast } from '../../../ui/toast'
import { Toggle } from '../../../ui/toggle'
import { Txt } from '../../../ui/txt'
import { useGrids } from '../../grids/use-grids'
import { useCategories } from '../use-categories'

const ANY = 'any'
const DAYS = 7

const started = () => ({
  ...{ title: '', text: '', isUrgent: false, gridId: ANY, categoryCode: ANY },
  ...{ startsOn: shanghai(now()).day, endsOn: shanghai(addDays(now(), DAYS)).day },
})
type Draft = ReturnType<typeof started>
const orNull = (id: string) => (id === ANY ? null : id)

export function AnnounceSheet({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const [draft, setDraft] = useState(started)
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const { busy, send } = useSend()
  const { gridId, categoryCode, ...said } = draft
  const save = () =>
    send(JSON.stringify(draft), async (key) => {
      const body = { key, ...said, gridId: orNull(gridId), categoryCode: orNull(categoryCode) }
      await call(Announce, { params: {}, body })
      toast('公告已发出', 'ok')
      onDone()
    })
  const isReady = draft.title.trim() !== '' && draft.text.trim() !== '' && draft.endsOn >= draft.startsOn
  return (
    <Sheet title="写公告" open onClose={onClose}>
      <FormRow label="标题">
        <Input label="标题" value={draft.title} onText={(title) => set({ title })} max={30} />
      </FormRow>
      <FormRow label="内容" hint={`${draft.text.length}/300`}>
        <Area label="内容" value={draft.text} onText={(text) => set({ text })} max={300} />
      </FormRow>
      <Scope draft={draft} set={set} />
      <Button busy={busy !== null} disabled={!isReady} onTap={() => void save()}>
        发出
      </Button>
    </Sheet>
  )
}

type ScopeProps = { readonly draft: Draft; readonly set: (change: Partial<Draft>) => void }

function Scope({ draft: { gridId, categoryCode, startsOn, endsOn, isUrgent }, set }: ScopeProps) {
  const grids = useGrids().map(({ id, name }) => ({ id, zh: name }))
  const classes = (useCategories() ?? []).map(({ code, zh }) => ({ id: code, zh }))
  return (
    <>
      <FormRow label="哪个网格">
        <Select
          label="哪个网格"
          options={[{ id: ANY, zh: '全县' }, ...grids]}
          value={gridId}
          onPick={(id) => set({ gridId: id })}
        />
      </FormRow>
      <FormRow label="哪类问题">
        <Select
          label="哪类问题"
          options={[{ id: ANY, zh: '所有类别' }, ...classes]}
          value={categoryCode}
          onPick={(id) => set({ categoryCode: id })}
        />
      </FormRow>
      <FormRow label="从哪天起">
        <DatePick label="从哪天起" mode="date" value={startsOn} onPick={(day) => day && set({ startsOn: day })} />
      </FormRow>
      <FormRow label="到哪天止" {...(endsOn < startsOn ? { wrong: '结束的日子要在开始之后' } : {})}>
        <DatePick
          label="到哪天止"
          mode="date"
          value={endsOn}
          from={startsOn}
          onPick={(day) => day && set({ endsOn: day })}
        />
      </FormRow>
      <Box className="between gap-3">
        <Txt>紧急，排在最前</Txt>
        <Toggle label="紧急" on={isUrgent} onChange={(on) => set({ isUrgent: on })} />
      </Box>
    </>
  )
}
