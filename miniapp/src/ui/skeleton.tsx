import { useEffect, useState } from 'react'
import { Box } from './box'

/** Shown from here on only: a quick answer needs no flicker. */
const AFTER_MS = 200

/** In the shape of what will come: `rows` cards with a picture or without. */
export function Skeleton({ rows = 3, picture = false }: { rows?: number; picture?: boolean }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Box as="status" label="正在加载" className={`skeleton${late ? ' is-late' : ''}`}>
      {Array.from({ length: rows }, (_, i) => i).map((i) => (
        <Box key={i} quiet className="skeleton-card">
          {picture && <Box className="skeleton-picture" />}
          <Box className="skeleton-line is-title" />
          <Box className="skeleton-line" />
        </Box>
      ))}
    </Box>
  )
}
