import { DAY_MS } from '@shared/kit/time'
import { GetShiftKit, type ShiftKit } from '@shared/volunteering/offline/contract'
import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../../api/call'
import { forget, recall, remember } from '../../../api/memory'
import { failureOf } from '../../../api/refused'
import { usePersonId } from '../../../api/session'

const INDEX = 'shift-kits'
const nameOf = (personId: string, shiftId: string) => `${INDEX}:${personId}:${shiftId}`
type Kept = { readonly name: string; readonly closesAt: string }

/** Kits of shifts long over go when a new one comes. */
function keep(name: string, kit: ShiftKit) {
  const others = (recall<Kept[]>(INDEX) ?? []).filter((one) => one.name !== name)
  const isOld = ({ closesAt }: Kept) => Date.parse(closesAt) + DAY_MS < Date.parse(kit.serverTime)
  for (const old of others.filter(isOld)) forget(old.name)
  remember(INDEX, [...others.filter((one) => !isOld(one)), { name, closesAt: kit.closesAt }])
  return remember(name, kit)
}

/** The kit of a shift: fetched whenever the page comes up, and from the phone where there is no network. */
export function useKit(shiftId: string): { readonly kit: ShiftKit | null; readonly zh: string } {
  const name = nameOf(usePersonId() ?? '', shiftId)
  const [kit, setKit] = useState<ShiftKit | null>(() => recall<ShiftKit>(name))
  const [zh, setZh] = useState('')
  // A page that opens also comes up: it is fetched once.
  const asking = useRef('')
  const reload = useCallback(async () => {
    if (asking.current === name) return
    asking.current = name
    try {
      const fresh = await call(GetShiftKit, { params: { id: shiftId }, body: {} })
      setZh(keep(name, fresh) ? '' : '手机存储满了，离线签到包没有存下，请不要关掉这一页')
      setKit(fresh)
    } catch (err) {
      const failure = failureOf(err)
      setKit((was) => was ?? recall<ShiftKit>(name))
      setZh(failure.kind === 'offline' ? '' : failure.zh)
    } finally {
      asking.current = ''
    }
  }, [name, shiftId])
  useEffect(() => void reload(), [reload])
  useDidShow(() => void reload())
  return { kit, zh }
}
