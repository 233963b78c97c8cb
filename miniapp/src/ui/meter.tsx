import { Box } from './box'

export type MeterProps = {
  /** What it measures, in a sentence a reader can speak: 已报 32 人，共 40 个名额. */
  readonly label: string
  /** From 0 to 1. */
  readonly part: number
  readonly tone?: 'brand' | 'ok' | 'warn' | 'danger' | 'gold'
}

export const Meter = ({ label, part, tone = 'brand' }: MeterProps) => (
  <Box as="image" label={label} className={`meter meter-${tone}`}>
    <Box className="meter-done" style={{ width: `${Math.min(100, Math.max(0, part * 100))}%` }} />
  </Box>
)
