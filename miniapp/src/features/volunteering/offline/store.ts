import { UploadAttendance } from '@shared/volunteering/offline/contract'
import { call } from '../../../api/call'
import { deviceId } from '../../../api/device-id'
import { newKey } from '../../../api/key'
import { recall, remember } from '../../../api/memory'
import { heldPersonId } from '../../../api/session'
import { createStore } from '../../../ui/store'
import { added, answered, batchOf, type Entry, eventOf, letGo, pendingOf } from './queue'

const NAME = 'attendance-queue'
const queue = createStore<readonly Entry[]>(recall<Entry[]>(NAME) ?? [])
/** Storage is written at every change: the phone may be closed the next moment. */
const put = (next: readonly Entry[]) => {
  queue.set(next)
  return remember(NAME, next)
}

let running = false

export const attendanceQueue = {
  use: queue.use,
  /** False when the phone's store is full: then it lives only as long as the app is open. */
  add: (entry: Entry) => put(added(queue.get(), entry)),
  letGo: (nonce: string) => put(letGo(queue.get(), nonce)),

  /** Sends what waits, batch by batch; whatever goes wrong leaves it waiting. True when anything was answered. */
  async upload(shiftId: string): Promise<boolean> {
    if (running) return false
    running = true
    try {
      const batch = batchOf(pendingOf(queue.get(), heldPersonId(), shiftId))
      if (batch.length === 0) return false
      const body = { key: newKey(), deviceId: deviceId(), events: batch.map(eventOf) }
      const { results } = await call(UploadAttendance, { params: { id: shiftId }, body })
      put(answered(queue.get(), results))
      return results.some(({ outcome }) => outcome !== 'again')
    } finally {
      running = false
    }
  },
}
