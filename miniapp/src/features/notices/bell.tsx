import { Box } from '../../ui/box'
import { Icon } from '../../ui/icon'
import { go } from '../../ui/nav'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'
import { NOTICES, useUnread } from './use-notices'

export function Bell() {
  const unread = useUnread()
  return (
    <Tap className="bell" label={unread > 0 ? `消息，${unread} 条未读` : '消息'} onTap={() => go(NOTICES)}>
      <Icon name="bell" size={24} />
      {unread > 0 && (
        <Box quiet className="bell-count">
          <Txt num>{unread > 99 ? '99+' : String(unread)}</Txt>
        </Box>
      )}
    </Tap>
  )
}
