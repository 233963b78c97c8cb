import type { CaseEventKind } from './transitions'

/** Steps whose note is written for anyone to read. What answers a reporter in person (要求补充, 不予立案, 不同意重办) is not among them. */
export const PUBLIC_NOTES = [
  'extend',
  'extend_again',
  'suspend',
  'handle',
  'serve',
  'close',
  'reopen',
  'transfer',
] as const satisfies readonly CaseEventKind[]

export const isNoteForAll = (kind: CaseEventKind) => (PUBLIC_NOTES as readonly CaseEventKind[]).includes(kind)

/** Steps that change nothing the public sees: a case is not new again because somebody pressed 催办. */
export const QUIET_KINDS = ['nudge', 'ask_extend'] as const satisfies readonly CaseEventKind[]
