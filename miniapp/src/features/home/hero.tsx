import { Box } from '../../ui/box'
import { Icon } from '../../ui/icon'
import { Txt } from '../../ui/txt'
import { FRAME } from '../../ui/window-frame'
import { useCounty } from '../grids/use-county'

/** Below the title line: place and word, and the card that overlaps them. */
const WORDS_PX = 118
const HILLS_BELOW_PX = 104

/** The county's hills, drawn once as a background. */
export function Hero() {
  const county = useCounty()
  const height = FRAME.statusPx + FRAME.titlePx + WORDS_PX
  return (
    <Box className="hero" style={{ height: `${height}px` }}>
      <Box quiet className="hero-hills" style={{ height: `${height + HILLS_BELOW_PX}px` }} />
      <Box className="hero-words">
        {county && (
          <Box className="hero-place">
            <Icon name="map-pin" size={16} />
            <Txt>{county.name}</Txt>
          </Box>
        )}
        <Box as="title" className="hero-word">
          <Txt>看见问题，随手一拍</Txt>
        </Box>
      </Box>
    </Box>
  )
}
