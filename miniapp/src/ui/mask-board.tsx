import { Image, type ITouchEvent, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ComponentProps, useRef, useState } from 'react'
import { boxBetween, boxStyle, type Dot, type MaskBoardProps } from './mask'

type Rect = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
const NAME = 'mask-board-here'

const measure = (then: (rect: Rect) => void) =>
  Taro.createSelectorQuery()
    .select(`#${NAME}`)
    .boundingClientRect((rect) => {
      if (rect && !Array.isArray(rect)) then(rect)
    })
    .exec()

/** Taro types every event of a view as any event. */
type Touched = Parameters<NonNullable<ComponentProps<typeof View>['onTouchStart']>>[0]
function touchOf(event: Touched) {
  const { touches, changedTouches } = event as ITouchEvent
  return touches[0] ?? changedTouches[0]
}

/** Boxes are drawn with a finger; the picture lies still meanwhile. */
export function MaskBoard({ src, label, boxes, onBoxes }: MaskBoardProps) {
  const rect = useRef<Rect | null>(null)
  const from = useRef<Dot | null>(null)
  const [to, setTo] = useState<Dot | null>(null)
  const dotOf = (event: Touched): Dot | null => {
    const [at, touch] = [rect.current, touchOf(event)]
    return at && touch ? { x: (touch.clientX - at.left) / at.width, y: (touch.clientY - at.top) / at.height } : null
  }
  const begin = (event: Touched) => {
    measure((found) => {
      rect.current = found
      from.current = dotOf(event)
    })
  }
  const end = (event: Touched) => {
    const last = dotOf(event)
    const drawn = from.current && last ? boxBetween(from.current, last) : null
    if (drawn) onBoxes([...boxes, drawn])
    from.current = null
    setTo(null)
  }
  const drawing = from.current && to ? boxBetween(from.current, to) : null
  return (
    <View
      id={NAME}
      className="mask-board"
      ariaRole="group"
      ariaLabel={label}
      catchMove
      onTouchStart={begin}
      onTouchMove={(event) => setTo(dotOf(event))}
      onTouchEnd={end}
      onTouchCancel={end}
    >
      <Image className="mask-pic" src={src} mode="widthFix" ariaLabel={label} />
      {[...boxes, ...(drawing ? [drawing] : [])].map((box) => (
        <View key={`${box.x} ${box.y} ${box.w} ${box.h}`} className="mask-cover" style={boxStyle(box)} />
      ))}
    </View>
  )
}
