import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { type Box01, boxBetween, boxStyle, type Dot, type MaskBoardProps, nudged } from './mask'

const STEP = 0.01
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

/** Boxes are drawn with mouse or finger; each can be moved, sized and taken away from the keyboard. */
export function MaskBoard({ src, label, boxes, onBoxes }: MaskBoardProps) {
  const board = useRef<HTMLFieldSetElement>(null)
  const [from, setFrom] = useState<Dot | null>(null)
  const [to, setTo] = useState<Dot | null>(null)
  const dotOf = (event: PointerEvent): Dot => {
    const rect = board.current?.getBoundingClientRect()
    if (!rect) return { x: 0, y: 0 }
    return { x: (event.clientX - rect.left) / rect.width, y: (event.clientY - rect.top) / rect.height }
  }
  const down = (event: PointerEvent) => {
    board.current?.setPointerCapture(event.pointerId)
    setFrom(dotOf(event))
    setTo(null)
  }
  const up = (event: PointerEvent) => {
    const drawn = from && boxBetween(from, dotOf(event))
    if (drawn) onBoxes([...boxes, drawn])
    setFrom(null)
    setTo(null)
  }
  const drawing = from && to ? boxBetween(from, to) : null
  return (
    <fieldset
      ref={board}
      className="mask-board"
      aria-label={label}
      onPointerDown={down}
      onPointerMove={(event) => from && setTo(dotOf(event))}
      onPointerUp={up}
      onPointerCancel={() => setFrom(null)}
    >
      <img className="mask-pic" src={src} alt={label} draggable={false} />
      {Object.entries(boxes).map(([place, box]) => (
        <Cover
          key={place}
          box={box}
          n={Number(place) + 1}
          onBox={(is) => onBoxes(boxes.flatMap((was) => (was === box ? (is ?? []) : was)))}
        />
      ))}
      {drawing && <div className="mask-cover is-drawing" style={boxStyle(drawing)} />}
    </fieldset>
  )
}

type CoverProps = { readonly box: Box01; readonly n: number; readonly onBox: (is: Box01 | null) => void }

function Cover({ box, n, onBox }: CoverProps) {
  const onKey = (event: KeyboardEvent) => {
    const [dx, dy] = MOVES[event.key] ?? []
    const isGone = event.key === 'Delete' || event.key === 'Backspace'
    if (!isGone && dx === undefined) return
    event.preventDefault()
    onBox(isGone ? null : nudged(box, dx ?? 0, dy ?? 0, event.shiftKey))
  }
  return (
    <button
      type="button"
      className="mask-cover"
      style={boxStyle(box)}
      aria-label={`第 ${n} 块遮挡，方向键移动，Shift 加方向键改大小，Delete 删除`}
      onKeyDown={onKey}
    />
  )
}
