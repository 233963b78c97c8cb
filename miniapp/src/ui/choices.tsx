import { Box } from './box'
import { Icon } from './icon'
import type { IconName } from './icons'
import { Tap } from './tap'
import { Txt } from './txt'

export type Choice = {
  readonly id: string
  readonly zh: string
  readonly more?: string
  readonly icon?: IconName
  readonly disabled?: boolean
}
export type ChoicesProps = {
  readonly label: string
  readonly items: readonly Choice[]
  readonly picked: readonly string[]
  readonly onPick: (id: string) => void
  /** `tile` shares the width, `tag` wraps as words do, `segment` is one bar. */
  readonly look?: 'tile' | 'tag' | 'segment'
  /** Several at once. */
  readonly many?: boolean
  readonly tone?: 'brand' | 'ok'
}

/** One of a few, all in sight; a long list is a Select. */
export const Choices = ({ label, items, picked, onPick, look = 'tile', many, tone = 'brand' }: ChoicesProps) => (
  <Box className={`choices choices-${look} choices-${tone}`} label={label}>
    {items.map(({ id, zh, more, icon, disabled = false }) => {
      const on = picked.includes(id)
      return (
        <Tap
          key={id}
          role={many ? 'checkbox' : 'radio'}
          on={on}
          disabled={disabled}
          className={`choice${on ? ' is-on' : ''}`}
          onTap={() => onPick(id)}
        >
          {icon && <Icon name={icon} size={20} />}
          <Box className="choice-words">
            <Txt strong={on}>{zh}</Txt>
            {more && <Txt className="choice-more">{more}</Txt>}
          </Box>
        </Tap>
      )
    })}
  </Box>
)
