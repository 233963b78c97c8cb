import type { CodeDirection } from '@shared/volunteering/codes'
import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { now } from '../../../api/clock'
import { newKey } from '../../../api/key'
import { Offline } from '../../../api/refused'
import { heldPersonId, usePersonId } from '../../../api/session'
import { zhOf } from '../../../api/use-send'
import { scanLive } from '../../../device/scan-live'
import { useNetDown } from '../../../ui/net'
import { toast } from '../../../ui/toast'
import { doneZh, type Listed, type Look, lookAt, personZh } from './look'
import { type Entry, pendingOf, refusedOf } from './queue'
import { attendanceQueue } from './store'
import { useKit } from './use-kit'

/** While something waits it is tried again this often. */
const AGAIN_MS = 20_000
const CODE_MOST = 500

/** 没有网络 is no news here; anything else is said. */
function useUpload(shiftId: string, waiting: number) {
  const [busy, setBusy] = useState(false)
  const isDown = useNetDown()
  const upload = useCallback(async () => {
    setBusy(true)
    try {
      // One batch after another, as long as the server answers.
      while (await attendanceQueue.upload(shiftId));
    } catch (err) {
      if (!(err instanceof Offline)) toast(zhOf(err), 'danger')
    } finally {
      setBusy(false)
    }
  }, [shiftId])
  useDidShow(() => void upload())
  useEffect(() => {
    if (waiting === 0 || isDown) return
    void upload()
    const timer = setInterval(() => void upload(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [waiting, isDown, upload])
  return { busy, upload }
}

/** 现场扫码: what the leader's phone sees is written down at once, and goes to the server when there is a network. */
export function useScan(shiftId: string) {
  const { kit, zh } = useKit(shiftId)
  const [look, setLook] = useState<Look | null>(null)
  const personId = usePersonId() ?? ''
  const queue = attendanceQueue.use()
  const pending = pendingOf(queue, personId, shiftId)
  const { busy, upload } = useUpload(shiftId, pending.length)

  type Made = Pick<Entry, 'signUpId' | 'code' | 'direction' | 'method' | 'isForced' | 'reason' | 'name' | 'isTold'>
  const write = (made: Made) => {
    const own = { personId: heldPersonId(), shiftId, nonce: newKey(), deviceAt: now().toISOString(), refusedZh: '' }
    const isKept = attendanceQueue.add({ ...made, ...own })
    if (!isKept) toast('手机存储满了，请不要关掉这一页，尽快联网上传', 'danger')
  }
  const take = (text: string, direction: CodeDirection) => {
    if (!kit) return
    const seen = lookAt(kit, text, direction, now())
    setLook(seen)
    write({
      ...{ signUpId: null, code: text.slice(0, CODE_MOST), direction, method: 'leader_scan', isForced: false },
      ...{ reason: '', name: seen.person ? personZh(seen.person) : '', isTold: seen.tone === 'danger' },
    })
  }
  const scan = async (direction: CodeDirection) => {
    const text = scanLive && (await scanLive())
    if (text) take(text, direction)
  }
  /** 放行 after a code that did not work, or 没码登记 where there is none. */
  const tick = (person: Listed, direction: CodeDirection, reason: string, isForced: boolean) => {
    const method = isForced ? 'leader_scan' : 'leader_confirm'
    write({
      ...{ signUpId: person.signUpId, code: null, direction, method, isForced, reason },
      ...{ name: personZh(person), isTold: false },
    })
    setLook({
      tone: 'warn',
      big: `${doneZh(direction)}（${isForced ? '放行' : '登记'}）`,
      zh: personZh(person),
      person,
    })
  }
  return {
    ...{ kit, kitZh: zh, look, pending, refused: refusedOf(queue, personId, shiftId), busy, upload, scan, tick },
    letGo: attendanceQueue.letGo,
  }
}
export type ScanHand = ReturnType<typeof useScan>
