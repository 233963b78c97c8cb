/** Up to so many minutes one administrator may put right alone; above it a second one agrees first. */
const ALONE_MINUTES = 60

type Steps = { readonly minutes: number; readonly firstMinutes: number }
/** Small enough for one person: against the minutes now and against those first recorded. */
export const isSmall = (to: number, { minutes, firstMinutes }: Steps) =>
  Math.abs(to - minutes) <= ALONE_MINUTES && Math.abs(to - firstMinutes) <= ALONE_MINUTES
