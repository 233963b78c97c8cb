import { Box } from '../../ui/box'
import { Icon } from '../../ui/icon'
import { Txt } from '../../ui/txt'
import { useCounty } from '../grids/use-county'

/** The county's hills, drawn once as a background. */
export function Hero() {
  const county = useCounty()
  return (
    <Box className="hero">
      <Box quiet className="hero-hills" />
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
