import * as z from 'zod'
import { CASE_SOURCES, CASE_STATES } from './states'

/** 时限颜色 of a case that somebody works on. */
export const RUNNING_LEVELS = ['overdue3', 'overdue', 'soon', 'notice', 'calm', 'paused'] as const

/** What a list of cases can be narrowed by, on screen and in an export alike. */
export const caseFilter = {
  state: z.enum(CASE_STATES).optional(),
  open: z.enum(['yes', 'no']).optional(),
  /** Only what the asker can act on now. */
  todo: z.enum(['yes']).optional(),
  gridId: z.string().max(64).optional(),
  unitId: z.string().max(64).optional(),
  categoryCode: z.string().max(8).optional(),
  source: z.enum(CASE_SOURCES).optional(),
  /** The colour of the running clock, by the same function that draws it. */
  level: z.enum(RUNNING_LEVELS).optional(),
  text: z.string().trim().max(50).optional(),
}

export const CaseFilter = z.strictObject(caseFilter)
export type CaseFilter = z.infer<typeof CaseFilter>
