import { GetCounty } from '@shared/grids/contract'
import { useEffect } from 'react'
import { call } from '../../api/call'
import { useLoad } from '../../api/use-load'
import { useNetDown } from '../../ui/net'

const nothing = { params: {}, body: {} }
const ASK_EVERY_MS = 8_000

/** The county in its own words. */
export const useCounty = () => useLoad(GetCounty, nothing).data

/** A request once failed says 没有网络 until another one comes through: a page that waits for it asks now and then. */
export function useNetReturn() {
  const down = useNetDown()
  useEffect(() => {
    if (!down) return
    const timer = setInterval(() => void call(GetCounty, nothing).catch(() => undefined), ASK_EVERY_MS)
    return () => clearInterval(timer)
  }, [down])
  return down
}
