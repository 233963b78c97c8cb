import type { CodeDirection } from '@shared/volunteering/codes'
import type { UploadResult } from '@shared/volunteering/offline/contract'
import { UPLOAD_MOST, type UploadMethod } from '@shared/volunteering/offline/uploads'

/** One scan or tick as it was made on the spot. Only an answer of the server takes it out of the queue. */
export type Entry = {
  readonly personId: string
  readonly shiftId: string
  readonly nonce: string
  readonly signUpId: string | null
  readonly code: string | null
  readonly direction: CodeDirection
  readonly deviceAt: string
  readonly method: UploadMethod
  readonly isForced: boolean
  readonly reason: string
  /** As the leader knows the person. */
  readonly name: string
  /** The leader was told on the spot that it does not count: the house keeps it, the screen need not say so again. */
  readonly isTold: boolean
  /** Why the server did not count it; empty until it says so. */
  readonly refusedZh: string
}

/** Never looks for a like one: two people in the queue are two. */
export const added = (queue: readonly Entry[], entry: Entry): readonly Entry[] => [...queue, entry]

export const pendingOf = (queue: readonly Entry[], personId: string, shiftId: string) =>
  queue.filter((one) => one.refusedZh === '' && one.personId === personId && one.shiftId === shiftId)

export const refusedOf = (queue: readonly Entry[], personId: string, shiftId: string) =>
  queue.filter((one) => one.refusedZh !== '' && one.personId === personId && one.shiftId === shiftId)

/** As many as one upload takes, the oldest first. */
export const batchOf = (pending: readonly Entry[]) => pending.slice(0, UPLOAD_MOST)

/** After an answer: what is on record goes, what was refused stays with its sentence, the rest waits as it was. */
export function answered(queue: readonly Entry[], results: readonly UploadResult[]): readonly Entry[] {
  const byNonce = new Map(results.map((one) => [one.nonce, one]))
  return queue.flatMap((entry) => {
    const result = byNonce.get(entry.nonce)
    if (result === undefined || result.outcome === 'again') return [entry]
    if (result.outcome !== 'failed') return []
    return entry.isTold ? [] : [{ ...entry, refusedZh: result.zh, name: result.name || entry.name }]
  })
}

/** 知道了: only what was refused can be let go of. */
export const letGo = (queue: readonly Entry[], nonce: string) =>
  queue.filter((one) => one.nonce !== nonce || one.refusedZh === '')

export const eventOf = ({ nonce, signUpId, code, direction, deviceAt, method, isForced, reason }: Entry) => ({
  ...{ nonce, signUpId, code, direction, deviceAt, method, isForced, reason },
})
