import type { SmallActivity } from '@shared/volunteering/orders/contract'
import { Button } from '../../../ui/button'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { findHere } from '../use-here'
import { momentAt } from './look'
import { WhenRow } from './order-sheet'

export const EMPTY_SMALL = {
  ...{ title: '', day: '', clock: '', hours: '2', capacity: '2', leaderNumber: '', contactZh: '', riskZh: '' },
  position: null as { lng: number; lat: number } | null,
}
export type SmallDraft = typeof EMPTY_SMALL

/** Null while something is missing. */
export function smallOf(draft: SmallDraft): SmallActivity | null {
  const startsAt = momentAt(draft.day, draft.clock)
  const [hours, capacity] = [Number(draft.hours), Number(draft.capacity)]
  const words = [draft.title, draft.leaderNumber, draft.contactZh, draft.riskZh].map((one) => one.trim())
  if (startsAt === '' || !(hours > 0) || !Number.isInteger(capacity) || words.includes('')) return null
  const [title = '', leaderNumber = '', contactZh = '', riskZh = ''] = words
  const endsAt = new Date(Date.parse(startsAt) + hours * 3_600_000).toISOString()
  return { title, startsAt, endsAt, capacity, leaderNumber, contactZh, riskZh, position: draft.position }
}

// biome-ignore format: a table reads by its columns
const ROWS = [
  { id: 'hours',        zh: '时长（小时）', max: 4,    hint: '半小时到十小时' },
  { id: 'capacity',     zh: '人数',         max: 3,    hint: '' },
  { id: 'leaderNumber', zh: '领队编号',     max: 10,   hint: '志愿者编号，10 位' },
  { id: 'contactZh',    zh: '领队联系方式', max: 60,   hint: '' },
  { id: 'riskZh',       zh: '安全提示',     max: 1000, hint: '' },
] as const

type Props = { readonly draft: SmallDraft; readonly onChange: (draft: SmallDraft) => void }

/** 小活动: one shift, one post; it is reviewed like every activity. */
export function SmallFields({ draft, onChange }: Props) {
  const set = (is: Partial<SmallDraft>) => onChange({ ...draft, ...is })
  return (
    <>
      <FormRow label="小活动名称" hint="一班一岗，审核后发布">
        <Input label="小活动名称" value={draft.title} onText={(title) => set({ title })} max={60} />
      </FormRow>
      <WhenRow label="开始" day={draft.day} clock={draft.clock} onPick={set} />
      {ROWS.map(({ id, zh, max, hint }) => (
        <FormRow key={id} label={zh} hint={hint}>
          <Input label={zh} value={draft[id]} onText={(text) => set({ [id]: text })} max={max} />
        </FormRow>
      ))}
      <FormRow label="集合位置" hint={draft.position ? '已附上' : '不附就用点单的位置'}>
        <Button
          kind="ghost"
          dense
          icon="current-location"
          onTap={() => void findHere().then((fix) => fix && set({ position: { lng: fix.lng, lat: fix.lat } }))}
        >
          用我的位置
        </Button>
      </FormRow>
    </>
  )
}
