import type { CategoryView } from '@shared/cases/citizen-contract'
import { useState } from 'react'
import { Box } from '../../ui/box'
import { Choices } from '../../ui/choices'
import { Input } from '../../ui/input'
import { Sheet } from '../../ui/sheet'
import { Txt } from '../../ui/txt'
import { categoryIcon } from '../cases/category-icon'

type CategorySheetProps = {
  readonly all: readonly CategoryView[]
  readonly now: string | null
  readonly onClose: () => void
  readonly onPick: (category: CategoryView) => void
}

/** The twelve most used first, then all by group; two letters find any. */
export function CategorySheet({ all, now, onClose, onPick }: CategorySheetProps) {
  const [text, setText] = useState('')
  const words = text.trim()
  const choose = (code: string) => {
    const chosen = all.find((one) => one.code === code)
    if (chosen) onPick(chosen)
  }
  return (
    <Sheet title="选类别" open onClose={onClose}>
      <Input label="搜索类别" keyboard="search" placeholder="搜一下，比如 井盖、路灯" value={text} onText={setText} />
      {groupsOf(all, words).map(({ zh, items }) => (
        <Box key={zh} className="category-group">
          <Txt size="caption" tone="second" block>
            {zh}
          </Txt>
          <Choices
            label={zh}
            look="tag"
            items={items.map((one) => ({ id: one.code, zh: one.zh, icon: categoryIcon(one) }))}
            picked={now ? [now] : []}
            onPick={choose}
          />
        </Box>
      ))}
      {words !== '' && !all.some((one) => says(one, words)) && (
        <Txt block tone="second" className="category-none">
          没有搜到。可以选“其他”，在说明里写清楚
        </Txt>
      )}
    </Sheet>
  )
}

type Group = { readonly zh: string; readonly items: readonly CategoryView[] }

function groupsOf(all: readonly CategoryView[], words: string): Group[] {
  if (words !== '') {
    const found = all.filter((one) => says(one, words))
    return found.length > 0 ? [{ zh: `搜到 ${found.length} 类`, items: found }] : []
  }
  const names = [...new Set(all.map(({ groupZh }) => groupZh))]
  return [
    { zh: '常用', items: all.filter(({ isQuick }) => isQuick) },
    ...names.map((zh) => ({ zh, items: all.filter(({ groupZh }) => groupZh === zh) })),
  ]
}

const says = ({ zh, groupZh, keywords }: CategoryView, words: string) =>
  [zh, groupZh, ...keywords].some((one) => one.includes(words) || words.includes(one))
