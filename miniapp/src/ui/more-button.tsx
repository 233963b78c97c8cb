import { Box } from './box'
import { Button } from './button'

/** At the end of a list that has more. */
export const MoreButton = ({ busy, onTap }: { busy: boolean; onTap: () => void }) => (
  <Box className="more-button">
    <Button kind="ghost" dense busy={busy} onTap={onTap}>
      看更多
    </Button>
  </Box>
)
