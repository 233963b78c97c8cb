/** Never at the head of a line, never at its end (避头尾). */
const CLOSERS = '，。、；：？！）〕】》〉」』”’％…—·,.;:?!)%'
const OPENERS = '（〔【《〈「『“‘('

const escaped = (chars: string) => chars.replace(/[[\]\\^-]/g, '\\$&')
/** What stays together: brackets and stops with what they belong to, a word or a number as one, a dash of two. */
const ATOM = new RegExp(
  `[${escaped(OPENERS)}]*(?:[A-Za-z0-9][A-Za-z0-9_./:%@+-]*|[^\\S\\n]+|.)?[${escaped(CLOSERS)}]*`,
  'gsu',
)

export type Measure = (char: string) => number

const widthOf = (text: string, measure: Measure) => [...text].reduce((sum, char) => sum + measure(char), 0)

/** An atom that no line could hold is cut where the line ends. */
function cut(atom: string, measure: Measure, max: number): string[] {
  const parts: string[] = []
  let part = ''
  let width = 0
  for (const char of atom) {
    const one = measure(char)
    if (part !== '' && width + one > max) {
      parts.push(part)
      part = ''
      width = 0
    }
    part += char
    width += one
  }
  return part === '' ? parts : [...parts, part]
}

/** One paragraph as lines of at most `max`; the first is shorter by `indent`. Nothing is lost but spaces at a break. */
export function breakLines(text: string, measure: Measure, max: number, indent = 0): string[] {
  const lines: string[] = []
  let line = ''
  let used = indent
  const put = (part: string) => {
    const width = widthOf(part, measure)
    if (line !== '' && used + width > max + HAIR) {
      lines.push(line.trimEnd())
      line = ''
      used = 0
    }
    if (line === '' && lines.length > 0 && part.trim() === '') return
    line += part
    used += width
  }
  const room = max - indent + HAIR
  for (const atom of atomsOf(text)) (widthOf(atom, measure) > room ? cut(atom, measure, room) : [atom]).forEach(put)
  return [...lines, line.trimEnd()]
}

/** Sums of fractions are never exact. */
const HAIR = 0.001

const atomsOf = (text: string) => text.match(ATOM)?.filter((atom) => atom !== '') ?? []

/** Paragraphs as a person typed them, each broken by itself. */
export const breakText = (text: string, measure: Measure, max: number) =>
  text.split('\n').flatMap((one) => breakLines(one, measure, max))
