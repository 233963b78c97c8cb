import { Box } from './box'
import { Button } from './button'
import { Icon } from './icon'
import type { IconName } from './icons'
import { Txt } from './txt'

export type EmptyProps = {
  readonly icon: IconName
  /** One line of fact. */
  readonly title: string
  /** One line of what to do. */
  readonly zh?: string
  readonly act?: string
  readonly onAct?: () => void
  readonly tone?: 'plain' | 'danger'
  readonly small?: string
}

export const Empty = ({ icon, title, zh, act, onAct, tone = 'plain', small }: EmptyProps) => (
  <Box className={`empty empty-${tone}`}>
    <Box quiet className="empty-disc">
      <Icon name={icon} size={28} />
    </Box>
    <Txt size="title-3" strong block>
      {title}
    </Txt>
    {zh && (
      <Txt size="caption" tone="second" block>
        {zh}
      </Txt>
    )}
    {act && onAct && (
      <Button kind="soft" dense fit onTap={onAct}>
        {act}
      </Button>
    )}
    {small && (
      <Txt size="micro" tone="third" block selectable>
        {small}
      </Txt>
    )}
  </Box>
)
