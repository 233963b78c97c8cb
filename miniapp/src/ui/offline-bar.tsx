import { Box } from './box'
import { Icon } from './icon'
import { useNetDown } from './net'
import { Txt } from './txt'

export function OfflineBar() {
  const down = useNetDown()
  if (!down) return null
  return (
    <Box as="status" className="offline">
      <Icon name="wifi-off" size={20} />
      <Txt size="caption">现在没有网络，您填的内容会留在手机里</Txt>
    </Box>
  )
}
