import * as z from 'zod'

/** 志愿服务年度报告: what was recorded and what was certified in one calendar year, Asia/Shanghai. */
export const ReportFigures = z.object({
  year: z.int(),
  registered: z.int(),
  activities: z.int(),
  records: z.int(),
  people: z.int(),
  measuredMinutes: z.int(),
  supplementedMinutes: z.int(),
  corrections: z.int(),
  certificatesIssued: z.int(),
  /** The end of the hours ledger when this was counted: a later cut of its tail shows. */
  ledgerRows: z.int(),
  ledgerHead: z.string(),
})
export type ReportFigures = z.output<typeof ReportFigures>
