import { Box } from '../../../ui/box'
import { Txt } from '../../../ui/txt'

/** A key on the keyboard, beside what it does; readers hear the word already. */
export const Kbd = ({ name }: { name: string }) => (
  <Box quiet className="kbd">
    <Txt>{name}</Txt>
  </Box>
)
