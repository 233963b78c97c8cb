import { CASE_LIMITS } from '@shared/cases/clocks'
import type { CaseView } from '@shared/cases/contract'
import { useState } from 'react'
import { Choices } from '../../../ui/choices'
import { FormRow } from '../../../ui/form-row'
import { Icon } from '../../../ui/icon'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import type { FieldProps } from './field-props'
import type { Named } from './fields'
import type { Plan } from './plans'
import { UnitSearch } from './unit-search'

/** Units that helped already, or still do, are chosen among; new ones are looked for by name. */
const amongOf = ({ helpers }: CaseView, { moves }: Plan): readonly Named[] | null => {
  if (moves.includes('co_again')) return namedOf(helpers.filter(({ isDone }) => isDone))
  return moves.includes('co_release') ? namedOf(helpers.filter(({ isDone }) => !isDone)) : null
}
const namedOf = (helpers: CaseView['helpers']) => helpers.map(({ unitId, zh }) => ({ id: unitId, zh }))

/** 协办单位, none or several. */
export function CoUnitsField({ form: { view, fields, plan, set }, wrong }: FieldProps) {
  const [isOpen, setOpen] = useState(false)
  const among = amongOf(view, plan)
  const picked = fields.coUnits
  const drop = (id: string) => set({ coUnits: picked.filter((one) => one.id !== id) })
  const add = (one: Named) => {
    if (!picked.some(({ id }) => id === one.id)) set({ coUnits: [...picked, one] })
    setOpen(false)
  }
  const items = among ?? picked
  const toggle = (id: string) => {
    const one = items.find((item) => item.id === id)
    if (picked.some((has) => has.id === id)) drop(id)
    else if (one) add(one)
  }
  return (
    <FormRow label="协办单位" hint={among ? '选一个或几个' : `可不选，最多 ${CASE_LIMITS.coUnitsMax} 个`} {...wrong}>
      {items.length > 0 && (
        <Choices label="协办单位" look="tag" many items={items} picked={picked.map(({ id }) => id)} onPick={toggle} />
      )}
      {among === null && (
        <Tap className="link-line" onTap={() => setOpen(!isOpen)}>
          <Icon name="plus" size={16} />
          <Txt size="caption">加一个协办单位</Txt>
        </Tap>
      )}
      {isOpen && <UnitSearch onPick={(id, zh) => add({ id, zh })} />}
    </FormRow>
  )
}
