import { Box } from '../../../ui/box'
import { Choices } from '../../../ui/choices'
import { Select } from '../../../ui/select'
import { useGrids } from '../../grids/use-grids'
import { useCategories } from '../use-categories'
import { ANY, type Spots } from './use-spots'

const SPANS = [
  { id: '30', zh: '近 30 天' },
  { id: '90', zh: '近 90 天' },
  { id: '365', zh: '近一年' },
] as const

export function SpotsAsk({ spots: { ask, set } }: { spots: Spots }) {
  const categories = useCategories() ?? []
  const grids = useGrids()
  return (
    <Box className="spots-ask">
      <Choices label="日子" look="segment" items={SPANS} picked={[ask.days]} onPick={(days) => set({ days })} />
      <Select
        label="类别"
        value={ask.categoryCode}
        options={[{ id: ANY, zh: '全部类别' }, ...categories.map(({ code, zh }) => ({ id: code, zh }))]}
        onPick={(categoryCode) => set({ categoryCode })}
      />
      <Select
        label="网格"
        value={ask.gridId}
        options={[{ id: ANY, zh: '全部网格' }, ...grids.map(({ id, name }) => ({ id, zh: name }))]}
        onPick={(gridId) => set({ gridId })}
      />
    </Box>
  )
}
