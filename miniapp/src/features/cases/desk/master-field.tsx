import { ListCases } from '@shared/cases/contract'
import { useState } from 'react'
import { useLoad } from '../../../api/use-load'
import { Box } from '../../../ui/box'
import { FormRow } from '../../../ui/form-row'
import { Icon } from '../../../ui/icon'
import { Input } from '../../../ui/input'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import type { FieldProps } from './field-props'
import { StateChip } from './state-chip'

/** The case to merge into: found by number, place or title; the same address is offered first. */
export function MasterField({ form: { view, fields, set }, wrong }: FieldProps) {
  const [text, setText] = useState('')
  const words = text.trim() || view.addressZh.split(' · ')[0] || ''
  const { data } = useLoad(ListCases, words === '' ? null : { params: {}, body: { text: words, size: 10 } })
  const found = (data?.items ?? []).filter(({ id }) => id !== view.id)
  return (
    <FormRow label="并入哪一件" {...wrong}>
      {fields.masterId && (
        <Box className="row gap-2 picked-line">
          <Icon name="git-merge" size={18} />
          <Txt strong>{fields.masterZh}</Txt>
        </Box>
      )}
      <Input
        label="搜编号、地点、标题"
        keyboard="search"
        placeholder="编号后四位、地点或标题"
        value={text}
        onText={setText}
      />
      {found.map((one) => (
        <Tap
          key={one.id}
          role="radio"
          on={one.id === fields.masterId}
          className={`search-hit${one.id === fields.masterId ? ' is-on' : ''}`}
          onTap={() => set({ masterId: one.id, masterZh: `${one.number} ${one.title}` })}
        >
          <Box className="grow">
            <Txt strong cut block>
              {one.title}
            </Txt>
            <Txt size="micro" tone="second" cut block>{`${one.number} · ${one.addressZh}`}</Txt>
          </Box>
          <StateChip state={one.state} small />
        </Tap>
      ))}
      {data && found.length === 0 && <Txt tone="second">没有找到，换个词试试</Txt>}
    </FormRow>
  )
}
