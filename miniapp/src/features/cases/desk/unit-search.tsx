import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Input } from '../../../ui/input'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { useUnits } from '../../grids/use-units'

/** Any unit of the county by its name. */
export function UnitSearch({ onPick }: { onPick: (id: string, zh: string) => void }) {
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
