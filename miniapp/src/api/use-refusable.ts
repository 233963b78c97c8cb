import type { Refusal } from '@shared/kit/refusal'
import { useState } from 'react'
import { Refused } from './refused'
import { useSend } from './use-send'

/** Sends, and keeps what the server refused until the next try, for the field it names. */
export function useRefusable() {
  const [wrong, setWrong] = useState<Refusal | null>(null)
  const { busy, send } = useSend()
  const act = (intention: string, write: (key: string) => Promise<unknown>) =>
    send(intention, async (key) => {
      setWrong(null)
      try {
        await write(key)
      } catch (err) {
        if (err instanceof Refused) setWrong(err.refusal)
        throw err
      }
    })
  return { wrong, clear: () => setWrong(null), busy, act }
}
