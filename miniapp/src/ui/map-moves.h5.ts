import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Frame, Spot } from './map-plane.h5'

const CLOSEST_M = 120
const WIDEST_M = 12_000
/** A finger that moved less than this tapped. */
const TAP_PX = 6
/** Until the map knows its own width. */
const USUAL_PX = 360

/** Drag to move, pinch or wheel or buttons to zoom; a tap is a place. */
export function useMapMoves(svg: RefObject<SVGSVGElement>, spanM: number, still: boolean, onTap: (at: Spot) => void) {
  const { frame, setFrame, widthPx } = useFrame(svg, spanM)
  const fingers = useRef(new Map<number, Spot>())
  const moved = useRef(0)

  const zoom = (by: number) =>
    setFrame((was) => {
      const w = Math.min(WIDEST_M, Math.max(CLOSEST_M, was.w * by))
      return { ...was, w, h: (was.h * w) / was.w }
    })
  useWheel(svg, still, zoom)

  const metresPerPx = () => frame.w / (svg.current?.getBoundingClientRect().width || 1)
  const down = (event: PointerEvent) => {
    fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
    moved.current = 0
  }
  const move = (event: PointerEvent) => {
    const was = fingers.current.get(event.pointerId)
    if (!was || still) return
    const is = { x: event.clientX, y: event.clientY }
    moved.current += Math.abs(is.x - was.x) + Math.abs(is.y - was.y)
    if (moved.current > TAP_PX) svg.current?.setPointerCapture(event.pointerId)
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
    if (other) zoom(apart(was, other) / apart(is, other))
    else drag(was, is)
    fingers.current.set(event.pointerId, is)
  }
  const drag = (was: Spot, is: Spot) => {
    const scale = metresPerPx()
    setFrame((at) => ({ ...at, x: at.x - (is.x - was.x) * scale, y: at.y - (is.y - was.y) * scale }))
  }
  const up = (event: PointerEvent) => {
    const single = fingers.current.delete(event.pointerId) && fingers.current.size === 0
    const box = svg.current?.getBoundingClientRect()
    if (!single || !box || moved.current > TAP_PX || event.type !== 'pointerup') return
    const scale = metresPerPx()
    const x = frame.x + (event.clientX - box.left - box.width / 2) * scale
    onTap({ x, y: frame.y + (event.clientY - box.top - box.height / 2) * scale })
  }
  return {
    frame,
    unit: frame.w / widthPx,
    zoom,
    handlers: { onPointerDown: down, onPointerMove: move, onPointerUp: up, onPointerCancel: up },
  }
}

/** What is seen, in the proportions of the drawing on the screen. */
function useFrame(svg: RefObject<SVGSVGElement>, spanM: number) {
  const [frame, setFrame] = useState<Frame>({ x: 0, y: 0, w: spanM, h: spanM * 0.75 })
  const [widthPx, setWidthPx] = useState(USUAL_PX)
  useEffect(() => {
    const box = svg.current?.getBoundingClientRect()
    if (!box || box.width === 0) return
    setWidthPx(box.width)
    setFrame({ x: 0, y: 0, w: spanM, h: (spanM * box.height) / box.width })
  }, [svg, spanM])
  return { frame, setFrame, widthPx }
}

const apart = (a: Spot, b: Spot) => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y))

/** React listens to wheels passively, where the page cannot be kept from scrolling. */
function useWheel(svg: RefObject<SVGSVGElement>, still: boolean, zoom: (by: number) => void) {
  const act = useRef(zoom)
  act.current = zoom
  useEffect(() => {
    const it = svg.current
    if (!it || still) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      act.current(event.deltaY > 0 ? 1.2 : 1 / 1.2)
    }
    it.addEventListener('wheel', onWheel, { passive: false })
    return () => it.removeEventListener('wheel', onWheel)
  }, [svg, still])
}
