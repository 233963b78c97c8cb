import { useState } from 'react'
import { Choices } from '../../../ui/choices'
import { FormRow } from '../../../ui/form-row'
import { Icon } from '../../../ui/icon'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import type { FieldProps } from './field-props'
import { UnitSearch } from './unit-search'

type Tile = { readonly id: string; readonly zh: string; readonly more: string }

/** Who may be meant: the unit of the place, its lead department, the unit of the class's trade; each once. */
function nearOf({ chain, tradeUnit }: FieldProps['form']['view']): Tile[] {
  const ofPlace = chain.flatMap(({ tier, unitId, unitName, zh }) =>
    (tier === 2 || tier === 3) && unitId && unitName ? [{ id: unitId, zh: unitName, more: zh }] : [],
  )
  const ofTrade = tradeUnit ? [{ id: tradeUnit.id, zh: tradeUnit.name, more: '职能单位' }] : []
  const tiles = [...ofPlace.reverse(), ...ofTrade]
  return tiles.filter(({ id }, i) => tiles.findIndex((one) => one.id === id) === i)
}

/** The unit of the place is filled in; the others stand beside it, and any other is found by name. */
export function UnitField({ form: { view, fields, plan, set }, wrong }: FieldProps) {
  const [isOpen, setOpen] = useState(false)
  const near = nearOf(view)
  const isOther = fields.unitId !== null && !near.some(({ id }) => id === fields.unitId)
  const items = isOther ? [...near, { id: fields.unitId ?? '', zh: fields.unitZh, more: '另选的单位' }] : near
  const pick = (unitId: string, unitZh: string) => {
    set({ unitId, unitZh })
    setOpen(false)
  }
  return (
    <FormRow label={plan.moves.includes('return') ? '建议派给（可不选）' : '派给哪个单位'} {...wrong}>
      <Choices
        label="责任单位"
        look="tile"
        items={items}
        picked={fields.unitId ? [fields.unitId] : []}
        onPick={(id) => pick(id, items.find((one) => one.id === id)?.zh ?? '')}
      />
      <Tap className="link-line" onTap={() => setOpen(!isOpen)}>
        <Icon name="search" size={16} />
        <Txt size="caption">找别的单位</Txt>
      </Tap>
      {isOpen && <UnitSearch onPick={pick} />}
    </FormRow>
  )
}
