/** 报名方式 of a shift: whoever finds a seat has it, or the leader looks at each application. */
export const ADMISSIONS = ['auto', 'approval'] as const
export type Admission = (typeof ADMISSIONS)[number]
