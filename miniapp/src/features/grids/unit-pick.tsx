import { useState } from 'react'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Input } from '../../ui/input'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'
import { useUnits } from './use-units'

export type PickedUnit = { readonly id: string; readonly name: string }
type UnitPickProps = { readonly unit: PickedUnit | null; readonly onPick: (unit: PickedUnit | null) => void }

/** A unit found by its name; the one that was picked stands in its place until it is dropped. */
export function UnitPick({ unit, onPick }: UnitPickProps) {
  const [text, setText] = useState('')
  const found = useUnits(text)
  if (unit)
    return (
      <Box className="between gap-2">
        <Txt strong>{unit.name}</Txt>
        <Button kind="ghost" dense fit onTap={() => onPick(null)}>
          换一个
        </Button>
      </Box>
    )
  return (
    <Box>
      <Input
        label="搜索单位"
        keyboard="search"
        placeholder="单位名称，比如 供电"
        value={text}
        onText={setText}
        max={30}
      />
      {found?.slice(0, 6).map(({ id, name, kindZh }) => (
        <Tap key={id} className="unit-hit" onTap={() => onPick({ id, name })}>
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
