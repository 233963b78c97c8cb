import { Box } from './box'
import { Icon } from './icon'
import { Tap } from './tap'
import { Txt } from './txt'

export type TicksProps = {
  readonly label: string
  readonly items: readonly string[]
  readonly picked: readonly string[]
  readonly onPick: (picked: string[]) => void
}

/** Sentences to tick, each on its own line. */
export const Ticks = ({ label, items, picked, onPick }: TicksProps) => (
  <Box className="ticks" label={label}>
    {items.map((zh) => {
      const on = picked.includes(zh)
      return (
        <Tap
          key={zh}
          role="checkbox"
          on={on}
          className={`tick${on ? ' is-on' : ''}`}
          onTap={() => onPick(on ? picked.filter((one) => one !== zh) : [...picked, zh])}
        >
          <Box quiet className="tick-box">
            {on && <Icon name="check" size={16} />}
          </Box>
          <Txt>{zh}</Txt>
        </Tap>
      )
    })}
  </Box>
)
