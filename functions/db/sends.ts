import type { Subquery } from 'drizzle-orm/subquery'
import { sends } from '../../schema/people'
import { brokenConstraint } from './errors'
import { intoAll } from './into'
import type { Db } from './types'

/** A write as its sender meant it: minted at the door from the endpoint's name, the key and a hash of everything else. */
export type Send = {
  readonly personId: string
  readonly key: string
  readonly op: string
  readonly bodyHash: string
  /** The block of addresses and the number of the request; a job has neither. */
  readonly address?: string
  readonly requestId?: string
}

/** What is on record under the key. */
export type Sent = { readonly op: string; readonly bodyHash: string; readonly subjectId: string }

/**
 * The row that makes a resend harmless, to be written by the same statement as the change itself:
 * `from` is the CTE of the change, so no change means no row, and a second row under the key undoes the whole statement.
 */
export const sendFrom = (db: Db, send: Send, subjectId: string, at: Date, from: Subquery) => {
  const row = intoAll(sends, { address: '', requestId: '', ...send, subjectId, at })
  return db.$with('sent_row').as(db.insert(sends).select(db.select(row).from(from)).returning({ key: sends.key }))
}

export const isResend = (err: unknown) => brokenConstraint(err, 'sends_pkey')
