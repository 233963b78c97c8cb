import type { Me } from '@shared/people/contract'
import { ROLE_ZH } from '@shared/people/words'
import { Box } from '../../../ui/box'
import { Input } from '../../../ui/input'
import { Txt } from '../../../ui/txt'
import { Avatar } from '../../people/avatar'
import type { QueueAsk } from './use-queue'

type DeskTopProps = { readonly me: Me; readonly ask: QueueAsk; readonly onAsk: (is: Partial<QueueAsk>) => void }

/** The dark line above the desk: what it is, one search for all of it, and who sits there. */
export const DeskTop = ({ me: { name, roles }, ask, onAsk }: DeskTopProps) => (
  <Box className="desk-top">
    <Box as="page-title" className="desk-word">
      <Txt className="serif" strong>
        审核台
      </Txt>
    </Box>
    <Box className="desk-search">
      <Input
        label="搜编号、地点、标题"
        keyboard="search"
        placeholder="搜编号、地点、标题"
        value={ask.text}
        onText={(text) => onAsk({ text })}
      />
    </Box>
    <Box className="desk-me">
      <Avatar name={name} />
      <Txt size="caption">{[name, ...new Set(roles.map(({ role }) => ROLE_ZH[role]))].join(' · ')}</Txt>
    </Box>
  </Box>
)
