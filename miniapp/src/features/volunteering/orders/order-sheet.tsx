import { shanghai } from '@shared/kit/time'
import { useState } from 'react'
import { now } from '../../../api/clock'
import { Area } from '../../../ui/area'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Choices } from '../../../ui/choices'
import { DatePick } from '../../../ui/date-pick'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Sheet } from '../../../ui/sheet'
import { Txt } from '../../../ui/txt'
import { findHere } from '../use-here'
import { momentAt } from './look'
import { useOrderKinds, useSubmitOrder } from './use-orders'

const EMPTY = { kind: '', words: '', placeZh: '', day: '', clock: '', name: '', phone: '' }
type Draft = typeof EMPTY

type Props = { readonly onClose: () => void; readonly onDone: (id: string) => void }

/** 点单: what is needed, where, when, and how to reach the one who asks. */
export function OrderSheet({ onClose, onDone }: Props) {
  const kinds = useOrderKinds().data?.items ?? []
  const [draft, setDraft] = useState<Draft>(EMPTY)
  const [spot, setSpot] = useState<{ lng: number; lat: number } | null>(null)
  const { busy, submit } = useSubmitOrder(onDone)
  const set = (is: Partial<Draft>) => setDraft({ ...draft, ...is })
  const { kind, words, placeZh, phone } = draft
  const promised = kinds.find(({ code }) => code === kind)
  const isWhole = [kind, words.trim(), placeZh.trim(), phone.trim()].every((one) => one !== '')
  const send = () =>
    void submit({
      ...{ kind, words: words.trim(), placeZh: placeZh.trim(), position: spot },
      wantedAt: momentAt(draft.day, draft.clock) || null,
      contact: { name: draft.name.trim(), phone: phone.trim() },
    })
  return (
    <Sheet title="我要点单" open onClose={onClose}>
      <FormRow label="类别">
        <Choices
          label="类别"
          look="tag"
          items={kinds.map(({ code, zh }) => ({ id: code, zh }))}
          picked={[kind]}
          onPick={(id) => set({ kind: id })}
        />
      </FormRow>
      <FormRow label="需要什么帮助">
        <Area
          label="需要什么帮助"
          value={words}
          onText={(text) => set({ words: text })}
          placeholder="比如：独居老人家水龙头漏水"
          max={500}
        />
      </FormRow>
      <FormRow label="地点" hint={spot ? '已附上位置' : '位置可不附'}>
        <Input
          label="地点"
          value={placeZh}
          onText={(text) => set({ placeZh: text })}
          max={100}
          placeholder="小区、楼栋"
        />
        <Button
          kind="ghost"
          dense
          icon="current-location"
          onTap={() => void findHere().then((fix) => fix && setSpot({ lng: fix.lng, lat: fix.lat }))}
        >
          {spot ? '重新定位' : '附上我的位置'}
        </Button>
      </FormRow>
      <WhenRow label="希望的时间" day={draft.day} clock={draft.clock} onPick={set} />
      <FormRow label="联系电话" hint="加密保存，接单后队长才看得到">
        <Input label="联系电话" keyboard="phone" value={phone} onText={(text) => set({ phone: text })} max={13} />
      </FormRow>
      <FormRow label="称呼" hint="可不填">
        <Input label="称呼" value={draft.name} onText={(name) => set({ name })} max={20} />
      </FormRow>
      <Txt size="caption" tone="second" block>
        {promised ? `${promised.triageHours} 小时内答复能不能办；` : ''}办完只有您能评价，一次。
      </Txt>
      <Box className="sheet-act">
        <Button busy={busy} disabled={!isWhole} onTap={send}>
          提交点单
        </Button>
      </Box>
    </Sheet>
  )
}

type WhenProps = {
  readonly label: string
  readonly day: string
  readonly clock: string
  readonly onPick: (is: { day?: string; clock?: string }) => void
}

/** A day and a clock from today on. */
export const WhenRow = ({ label, day, clock, onPick }: WhenProps) => (
  <FormRow label={label}>
    <DatePick
      label={`${label}：日期`}
      mode="date"
      value={day}
      from={shanghai(now()).day}
      onPick={(value) => onPick({ day: value })}
    />
    <DatePick label={`${label}：钟点`} mode="time" value={clock} onPick={(value) => onPick({ clock: value })} />
  </FormRow>
)
