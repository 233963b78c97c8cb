import { Box } from '../../ui/box'
import { Txt } from '../../ui/txt'

/** The county's hills, drawn once as a background. */
export const Hero = () => (
  <Box className="hero">
    <Box quiet className="hero-hills" />
    <Box as="title" className="hero-word">
      <Txt>看见问题，随手一拍</Txt>
    </Box>
  </Box>
)
