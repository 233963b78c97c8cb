import type { CategoryView } from '@shared/cases/citizen-contract'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Choices } from '../../../ui/choices'
import { FormRow } from '../../../ui/form-row'
import { Icon } from '../../../ui/icon'
import { Input } from '../../../ui/input'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { useCategories } from '../use-categories'
import type { FieldProps } from './field-props'

/** The class as it is, and on a tap all sixty by group or by words, right below. */
export function CategoryField({ form: { view, fields, category, set }, wrong }: FieldProps) {
  const [isOpen, setOpen] = useState(false)
  const zh = category ? `${category.groupZh} / ${category.zh}` : view.categoryZh
  const pick = (categoryCode: string) => {
    set({ categoryCode, isPublic: null, conditions: categoryCode === fields.categoryCode ? fields.conditions : [] })
    setOpen(false)
  }
  return (
    <FormRow label="类别" {...wrong}>
      <Tap className="select" label={`类别，${zh}，换一个`} onTap={() => setOpen(!isOpen)}>
        <Txt>{zh}</Txt>
        <Icon name={isOpen ? 'chevron-up' : 'chevron-down'} size={20} />
      </Tap>
      {isOpen && <Search now={fields.categoryCode} onPick={pick} />}
    </FormRow>
  )
}

function Search({ now, onPick }: { now: string; onPick: (code: string) => void }) {
  const all = useCategories() ?? []
  const [text, setText] = useState('')
  const groups = groupsOf(all, text.trim())
  return (
    <Box className="search-box">
      <Input label="搜索类别" keyboard="search" placeholder="搜一下，比如 井盖、路灯" value={text} onText={setText} />
      {groups.map(({ zh, items }) => (
        <Box key={zh} className="search-group">
          <Txt size="caption" tone="second" block>
            {zh}
          </Txt>
          <Choices
            label={zh}
            look="tag"
            items={items.map((one) => ({ id: one.code, zh: one.zh }))}
            picked={[now]}
            onPick={onPick}
          />
        </Box>
      ))}
      {groups.length === 0 && <Txt tone="second">没有搜到，换个词试试</Txt>}
    </Box>
  )
}

function groupsOf(all: readonly CategoryView[], words: string) {
  const found = all.filter(({ zh, keywords }) => words === '' || [zh, ...keywords].some((one) => one.includes(words)))
  const names = [...new Set(found.map(({ groupZh }) => groupZh))]
  return names.map((zh) => ({ zh, items: found.filter(({ groupZh }) => groupZh === zh) }))
}
