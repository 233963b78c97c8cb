import { Box } from '../../ui/box'
import { Txt } from '../../ui/txt'

const TONES = ['azure', 'jade', 'gamboge', 'iris'] as const

/** The family name on a disc; the same person always has the same colour. */
export const Avatar = ({ name, large }: { name: string; large?: boolean }) => (
  <Box quiet className={`avatar avatar-${toneOf(name)}${large ? ' is-large' : ''}`}>
    <Txt strong>{[...name][0] ?? '市'}</Txt>
  </Box>
)

const toneOf = (name: string) =>
  TONES[[...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % TONES.length]
