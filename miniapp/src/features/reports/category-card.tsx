import { useState } from 'react'
import { Box } from '../../ui/box'
import { Card } from '../../ui/card'
import { Choices } from '../../ui/choices'
import { Icon } from '../../ui/icon'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'
import { categoryIcon } from '../cases/category-icon'
import { CategorySheet } from './category-sheet'
import type { ReportCategory } from './use-report-category'
import { Wrong } from './wrong'

export function CategoryCard({ category, wrong }: { category: ReportCategory; wrong: string }) {
  const [open, setOpen] = useState(false)
  const { all, shown, picked, pick, isPicked } = category
  const more = (
    <Tap className="category-more" onTap={() => setOpen(true)}>
      <Txt>{isPicked ? '更多' : '已推荐，可改 · 更多'}</Txt>
      <Icon name="chevron-right" size={14} />
    </Tap>
  )
  return (
    <Card title="类别" aside={more}>
      <Box className="category-tiles">
        <Choices
          label="类别"
          items={shown.map((one) => ({ id: one.code, zh: one.zh, icon: categoryIcon(one) }))}
          picked={picked ? [picked.code] : []}
          onPick={(code) => {
            const chosen = shown.find((one) => one.code === code)
            if (chosen) pick(chosen)
          }}
        />
      </Box>
      {picked?.hintZh && (
        <Box className="category-hint">
          <Icon name="alert-triangle" size={16} />
          <Txt size="caption">{picked.hintZh}</Txt>
        </Box>
      )}
      <Wrong zh={wrong} />
      {open && (
        <CategorySheet
          all={all}
          now={picked?.code ?? null}
          onClose={() => setOpen(false)}
          onPick={(chosen) => {
            setOpen(false)
            pick(chosen)
          }}
        />
      )}
    </Card>
  )
}
