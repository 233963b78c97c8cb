import { shanghai, shanghaiMoment } from '@shared/kit/time'

export const clockOf = (moment: string) => shanghai(new Date(moment)).clock

/** A clock of the shift's own day; small hours of a night shift belong to the next. */
export function momentOf({ startsAt }: { readonly startsAt: string }, clock: string) {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  const start = shanghai(new Date(startsAt))
  const minute = hours * 60 + minutes
  return shanghaiMoment(start.day, minute + (start.minute - minute > 720 ? 1440 : 0)).toISOString()
}
