import { useCallback, useRef, useState } from 'react'
import { toast } from '../ui/toast'
import { newKey } from './key'

/**
 * Runs one write at a time. Each intention (the name of a button on a thing) has its key, kept until it succeeds:
 * pressing again after a failure can never act twice. Resolves to true when it went through.
 */
export function useSend() {
  const [busy, setBusy] = useState<string | null>(null)
  const running = useRef(false)
  const keys = useRef(new Map<string, string>())
  const send = useCallback(async (intention: string, write: (key: string) => Promise<void>) => {
    if (running.current) return false
    running.current = true
    setBusy(intention)
    const key = keys.current.get(intention) ?? newKey()
    keys.current.set(intention, key)
    try {
      await write(key)
      keys.current.delete(intention)
      return true
    } catch (err) {
      toast(zhOf(err), 'danger')
      return false
    } finally {
      running.current = false
      setBusy(null)
    }
  }, [])
  return { busy, send }
}

export const zhOf = (err: unknown) => (err instanceof Error && err.message !== '' ? err.message : '没有成功，请重试')
