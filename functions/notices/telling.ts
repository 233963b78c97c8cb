import { addMinutes } from '../../shared/kit/time'
import type { Db } from '../db/types'
import { findMark, recordMark } from './mark-queries'

/** Journal rows told in one go; a shorter answer means the journal is told to its end. */
export const TELL_BATCH = 200
/** The journal is read again a little way back: a row may be written by a slower request after a later one. */
const LOOK_BACK_MINUTES = 10

type Telling<E> = {
  /** The name of its mark. */
  readonly mark: string
  /** Rows from a moment on, oldest first. */
  readonly list: (from: Date, size: number) => Promise<readonly E[]>
  /** Harmless to repeat: the notices' own keys keep a second telling out. */
  readonly tell: (events: readonly E[]) => Promise<void>
}

/** Tells the inboxes what a journal holds; late, twice or at the same time as another server, the inboxes end the same. */
export async function tellOn<E extends { readonly at: Date }>(
  db: Db,
  { mark, list, tell }: Telling<E>,
): Promise<number> {
  const events = await list(addMinutes(await findMark(db, mark), -LOOK_BACK_MINUTES), TELL_BATCH)
  await tell(events)
  const last = events.at(-1)
  // A full batch that ends inside the look-back would be read for ever: then the mark goes on by force.
  if (last) await recordMark(db, mark, addMinutes(last.at, events.length === TELL_BATCH ? LOOK_BACK_MINUTES : 0))
  return events.length
}

/** One after another, as they happened. */
export const each =
  <E>(tell: (event: E) => Promise<unknown>) =>
  async (events: readonly E[]) => {
    for (const event of events) await tell(event)
  }
