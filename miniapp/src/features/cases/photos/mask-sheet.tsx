import { BOXES_MAX, type MaskBox } from '@shared/files/boxes'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { FIRST_BOX } from '../../../ui/mask'
import { MaskBoard } from '../../../ui/mask-board'
import { Sheet } from '../../../ui/sheet'
import { Txt } from '../../../ui/txt'

type MaskSheetProps = {
  readonly src: string
  readonly first: readonly MaskBox[]
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onSave: (boxes: readonly MaskBox[]) => void
}

/** 打码: what is covered here is gone from the public picture; the photo itself stays as it was, sealed. */
export function MaskSheet({ src, first, isBusy, onClose, onSave }: MaskSheetProps) {
  const [boxes, setBoxes] = useState<readonly MaskBox[]>(first)
  const isFull = boxes.length >= BOXES_MAX
  return (
    <Sheet title="打码" open broad onClose={onClose}>
      <Box className="mask-sheet">
        <Txt size="caption" tone="second" block>
          在照片上拖出方框，遮住人脸、车牌、门牌。公开的是遮好的新图，原图封存
        </Txt>
        <MaskBoard
          src={src}
          label={`要打码的照片，已画 ${boxes.length} 块`}
          boxes={boxes}
          onBoxes={(is) => setBoxes(is.slice(0, BOXES_MAX))}
        />
        <Box className="mask-acts">
          <Button dense kind="outline" icon="plus" disabled={isFull} onTap={() => setBoxes([...boxes, FIRST_BOX])}>
            加一块
          </Button>
          <Button dense kind="outline" disabled={boxes.length === 0} onTap={() => setBoxes(boxes.slice(0, -1))}>
            撤销一块
          </Button>
          <Button dense busy={isBusy} disabled={boxes.length === 0} onTap={() => onSave(boxes)}>
            {boxes.length === 0 ? '先画一块' : `遮住 ${boxes.length} 块，公开`}
          </Button>
        </Box>
      </Box>
    </Sheet>
  )
}
