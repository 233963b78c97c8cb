import { isOnSpot } from '@shared/cases/doubts'
import { type Fix, locate } from '../../../device/locate'
import type { Plan } from './plans'

const WAIT_MS = 4_000

/** Where the person is, for the moves made on the spot; never waited for long, and a move goes out without it. */
export async function standingAt({ moves }: Plan): Promise<Fix | null> {
  if (!moves.some(isOnSpot)) return null
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), WAIT_MS))
  return Promise.race([locate(), late])
}
