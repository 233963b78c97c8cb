import { Box } from './box'
import { Tap } from './tap'

export type ToggleProps = {
  readonly label: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly disabled?: boolean
}

export const Toggle = ({ label, on, onChange, disabled }: ToggleProps) => (
  <Tap
    role="switch"
    className="toggle-place"
    label={label}
    on={on}
    disabled={disabled ?? false}
    onTap={() => onChange(!on)}
  >
    <Box quiet className={`toggle${on ? ' is-on' : ''}`}>
      <Box className="toggle-knob" />
    </Box>
  </Tap>
)
