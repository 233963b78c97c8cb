import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Choices } from '../../../ui/choices'
import { FormRow } from '../../../ui/form-row'
import { Icon } from '../../../ui/icon'
import { Input } from '../../../ui/input'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { useUnits } from '../../grids/use-units'
import type { FieldProps } from './field-props'

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
export function UnitField({ form: { view, fields, set }, wrong }: FieldProps) {
  const [isOpen, setOpen] = useState(false)
  const near = nearOf(view)
  const isOther = fields.unitId !== null && !near.some(({ id }) => id === fields.unitId)
  const items = isOther ? [...near, { id: fields.unitId ?? '', zh: fields.unitZh, more: '另选的单位' }] : near
  const pick = (unitId: string, unitZh: string) => {
    set({ unitId, unitZh })
    setOpen(false)
  }
  return (
    <FormRow label="派给哪个单位" {...wrong}>
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
      {isOpen && <Search onPick={pick} />}
    </FormRow>
  )
}

function Search({ onPick }: { onPick: (id: string, zh: string) => void }) {
  const [text, setText] = useState('')
  const found = useUnits(text)
  return (
    <Box className="search-box">
      <Input label="搜索单位" keyboard="search" placeholder="单位名称，比如 供电" value={text} onText={setText} />
      {found?.map(({ id, name, kindZh }) => (
        <Tap key={id} className="search-hit" onTap={() => onPick(id, name)}>
          <Txt>{name}</Txt>
          <Txt size="micro" tone="second">
            {kindZh}
          </Txt>
        </Tap>
      ))}
      {found?.length === 0 && <Txt tone="second">没有找到这个单位</Txt>}
    </Box>
  )
}
