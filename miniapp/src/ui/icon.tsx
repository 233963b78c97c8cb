import { Box } from './box'
import type { IconName } from './icons'

export type IconSize = 14 | 16 | 18 | 20 | 22 | 24 | 28 | 36

/** Takes the colour of the text around it. Decoration to a reader: the word beside it, or the label of its Tap, speaks. */
export const Icon = ({ name, size = 20, className = '' }: { name: IconName; size?: IconSize; className?: string }) => (
  <Box quiet className={`icon icon-${name} icon-s${size} ${className}`} />
)
