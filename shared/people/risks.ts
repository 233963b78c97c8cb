/** From this rank on a person looks before something is let through; a rank alone never refuses anybody. 个人信息保护法第二十四条. */
export const RISK_HIGH = 3

/** What is asked about: a report, and a seat in an activity. */
export const RISKY_OPS = ['POST /api/reports', 'POST /api/shifts/:id/sign-ups'] as const

/** Of a block of addresses the first one: the house keeps no more than the block. */
export const addressIn = (block: string) => (block === 'unknown' ? '' : block.replace(/\/\d+$/, ''))
