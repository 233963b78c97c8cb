/** 时长更正与补录, one queue: a check asked for, minutes to be put right, service that was never measured, a leader's own. */
export const HOURS_REQUEST_KINDS = ['check', 'correct', 'backfill', 'own'] as const
export type HoursRequestKind = (typeof HOURS_REQUEST_KINDS)[number]

/** `asked` waits for somebody to say what is right, `proposed` for a second person. */
export const HOURS_REQUEST_STATES = ['asked', 'proposed', 'applied', 'refused'] as const
export type HoursRequestState = (typeof HOURS_REQUEST_STATES)[number]

/** 更正原因; the words beside it say what happened. */
export const HOURS_REASONS = [
  'wrong_time',
  'not_served',
  'counted_twice',
  'missed_scan',
  'device_failed',
  'other',
] as const
export type HoursReason = (typeof HOURS_REASONS)[number]

export const STAR_APPLICATION_STATES = ['publicised', 'conferred', 'refused'] as const
export type StarApplicationState = (typeof STAR_APPLICATION_STATES)[number]

/** What leaves the house of the hours: the record fields as a table, the ledger as an hledger journal. */
export const HOURS_EXPORT_KINDS = ['records', 'journal'] as const
export type HoursExportKind = (typeof HOURS_EXPORT_KINDS)[number]
