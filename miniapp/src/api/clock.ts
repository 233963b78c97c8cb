import { useEffect, useState } from 'react'

/** A phone's clock may be wrong; deadlines are the server's. Below this it is the network's delay. */
const TRUSTED_MS = 30_000
let aheadMs = 0

export function learnTime(date: string) {
  const server = Date.parse(date)
  if (Number.isNaN(server)) return
  const ahead = server - Date.now()
  aheadMs = Math.abs(ahead) > TRUSTED_MS ? ahead : 0
}

export const now = () => new Date(Date.now() + aheadMs)

/** The time, moving on by itself; a minute is what deadlines need, a second what a running shift needs. */
export function useNow(everyMs = 60_000) {
  const [at, setAt] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return at
}
