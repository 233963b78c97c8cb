/** 林＊岚, 何＊: enough for a neighbour to know whom to ask for, not enough to look somebody up. */
export function maskName(name: string) {
  const letters = [...name]
  const last = letters.length > 2 ? (letters.at(-1) ?? '') : ''
  return `${letters[0] ?? ''}${'＊'.repeat(Math.max(1, letters.length - 2))}${last}`
}
