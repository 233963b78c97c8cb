import type { Role } from '@shared/people/roles'
import { ROLE_ZH } from '@shared/people/words'
import { Box } from '../../ui/box'
import { Icon } from '../../ui/icon'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'
import { Avatar } from './avatar'

export type Account = {
  readonly id: string
  readonly name: string
  readonly zh: string
  readonly roles: readonly Role[]
}
type AccountRowProps = {
  readonly account: Account
  readonly now: boolean
  readonly busy: boolean
  readonly onTap: () => void
}

export const AccountRow = ({ account: { name, zh, roles }, now, busy, onTap }: AccountRowProps) => (
  <Tap className="entry" disabled={busy} onTap={onTap} {...(now ? { on: true } : {})}>
    <Avatar name={name} />
    <Box className="entry-words">
      <Txt strong block>
        {name}
      </Txt>
      <Txt size="caption" tone="second" block>
        {zh || roles.map((role) => ROLE_ZH[role]).join('、')}
      </Txt>
    </Box>
    {now ? (
      <Icon name="circle-check" size={22} className="tone-ok" />
    ) : (
      <Icon name="chevron-right" size={18} className="entry-arrow" />
    )}
  </Tap>
)
