import { Box } from './box'
import { Photo } from './photo'

type Half = { readonly src: string; readonly label: string; readonly caption?: string }

/** What it was and what it is, side by side; a tap opens both to swipe between. */
export const BeforeAfter = ({ before, after, onTap }: { before: Half; after: Half; onTap?: () => void }) => (
  <Box className="before-after">
    <Photo {...before} badge={{ zh: '整改前' }} {...(onTap ? { onTap } : {})} />
    <Photo {...after} badge={{ zh: '整改后', ok: true }} {...(onTap ? { onTap } : {})} />
  </Box>
)
