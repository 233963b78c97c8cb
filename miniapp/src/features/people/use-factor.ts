import {
  ConfirmSecondFactor,
  EndSecondFactor,
  GetSecondFactor,
  ShowSecondFactor,
  StartSecondFactor,
} from '@shared/people/second-factor-contract'
import { useState } from 'react'
import { call } from '../../api/call'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'
import { toast } from '../../ui/toast'

/** 两步验证: setting it up, showing it, ending it. What is shown once is kept only while the page is open. */
export function useFactor() {
  const load = useLoad(GetSecondFactor, { params: {}, body: {} })
  const { busy, send } = useSend()
  const [started, setStarted] = useState<{ secret: string; uri: string } | null>(null)
  const [codes, setCodes] = useState<readonly string[]>([])
  const start = () => send('start', async () => setStarted(await call(StartSecondFactor, { params: {}, body: {} })))
  const confirm = (code: string) =>
    send('confirm', async () => {
      setCodes((await call(ConfirmSecondFactor, { params: {}, body: { code } })).codes)
      setStarted(null)
      await load.reload()
    })
  const show = (code: string) =>
    send('show', async () => {
      await call(ShowSecondFactor, { params: {}, body: { code } })
      toast('这次登录已验证', 'ok')
      await load.reload()
    })
  const end = (code: string) =>
    send('end', async () => {
      await call(EndSecondFactor, { params: {}, body: { code } })
      setCodes([])
      toast('已关闭', 'ok')
      await load.reload()
    })
  return { load, busy, started, codes, start, confirm, show, end }
}
