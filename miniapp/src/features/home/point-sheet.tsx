import { useState } from 'react'
import { Button } from '../../ui/button'
import { FormRow } from '../../ui/form-row'
import { Input } from '../../ui/input'
import { Sheet } from '../../ui/sheet'
import type { usePoint } from '../points/use-point'

type PointSheetProps = { readonly point: ReturnType<typeof usePoint>; readonly onClose: () => void }

/** Where the phone does not scan, the number is typed. */
export function PointSheet({ point: { busy, wrong, look }, onClose }: PointSheetProps) {
  const [text, setText] = useState('')
  return (
    <Sheet title="输入点位码" open onClose={onClose}>
      <FormRow label="点位牌上码下面的编号" wrong={wrong}>
        <Input
          label="点位码"
          value={text}
          onText={setText}
          placeholder="比如 P03-12"
          max={20}
          invalid={wrong !== ''}
          onDone={() => void look(text)}
        />
      </FormRow>
      <Button disabled={text.trim() === ''} busy={busy} onTap={() => void look(text)}>
        反映这个点位的问题
      </Button>
    </Sheet>
  )
}
