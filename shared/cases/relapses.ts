import * as z from 'zod'

/** 反复点: how near and how recent a closed case of the same class must be to count as the same problem come back. */
export const RELAPSE = { metres: 50, days: 30 } as const

export const RelapseView = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  /** YYYY-MM-DD in Shanghai, when it was closed. */
  day: z.string(),
  distanceM: z.number().int(),
})
export type RelapseView = z.infer<typeof RelapseView>
