import { WORK_SPANS, type WorkCalendar } from '../../shared/kit/work-clock'

/** 2026 with its Spring Festival and National Day, as the State Council announced them. */
export const CALENDAR: WorkCalendar = {
  years: [2026],
  special: {
    '2026-01-01': 'rest',
    '2026-01-02': 'rest',
    '2026-01-04': 'work',
    '2026-02-14': 'work',
    '2026-02-16': 'rest',
    '2026-02-17': 'rest',
    '2026-02-18': 'rest',
    '2026-02-19': 'rest',
    '2026-02-20': 'rest',
    '2026-02-23': 'rest',
    '2026-02-28': 'work',
    '2026-10-01': 'rest',
    '2026-10-02': 'rest',
    '2026-10-05': 'rest',
    '2026-10-06': 'rest',
    '2026-10-07': 'rest',
    '2026-10-10': 'work',
  },
  spans: WORK_SPANS,
}
