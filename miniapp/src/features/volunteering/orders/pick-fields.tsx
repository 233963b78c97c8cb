import { ListOrders } from '@shared/volunteering/orders/contract'
import { ListTeams } from '@shared/volunteering/teams/contract'
import { useLoad } from '../../../api/use-load'
import { FormRow } from '../../../ui/form-row'
import { Select } from '../../../ui/select'

type Picking = { readonly value: string | null; readonly onPick: (id: string) => void }
type Led = readonly { readonly id: string; readonly name: string }[]

/** All open teams, or those one leads. */
export function TeamField({ led, value, onPick }: Picking & { readonly led: Led | null }) {
  const all = useLoad(ListTeams, led ? null : { params: {}, body: {} }).data?.items ?? []
  const teams: Led = led ?? all.filter(({ isClosed }) => !isClosed)
  return (
    <FormRow label="队伍">
      <Select label="队伍" options={teams.map(({ id, name }) => ({ id, zh: name }))} value={value} onPick={onPick} />
    </FormRow>
  )
}

/** The other open orders. */
export function MasterField({ but, value, onPick }: Picking & { readonly but: string }) {
  const body = { list: 'desk', open: 'yes', size: 100 } as const
  const orders = useLoad(ListOrders, { params: {}, body }).data?.items ?? []
  const options = orders
    .filter(({ id }) => id !== but)
    .map(({ id, kindZh, words, placeZh }) => ({ id, zh: `${kindZh} · ${placeZh} · ${words.slice(0, 16)}` }))
  return (
    <FormRow label="并到哪一单">
      <Select label="并到哪一单" options={options} value={value} onPick={onPick} />
    </FormRow>
  )
}
