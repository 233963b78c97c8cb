import type { AnyEndpoint } from '@shared/kit/endpoint'
import {
  DeleteMyRealName,
  GetCertificatePaper,
  GetCertificatePoster,
  GetMyRealName,
  ListMyCertificates,
  type MyCertificate,
  RequestCertificate,
  SetMyRealName,
} from '@shared/volunteering/certificates/contract'
import type { RealName } from '@shared/volunteering/certificates/real-name'
import { CERTIFICATE_ZH } from '@shared/volunteering/certificates/words'
import { useState } from 'react'
import { call } from '../../../api/call'
import { download } from '../../../api/download'
import { useLoad } from '../../../api/use-load'
import { useMore } from '../../../api/use-more'
import { useSend, zhOf } from '../../../api/use-send'
import { toast } from '../../../ui/toast'

export type Asked = { readonly teamId: string; readonly fromDay: string; readonly toDay: string }

export function useMyCertificates() {
  const load = useLoad(ListMyCertificates, { params: {}, body: {} })
  const list = useMore('', load.data, (cursor) => call(ListMyCertificates, { params: {}, body: { cursor } }))
  const name = useLoad(GetMyRealName, { params: {}, body: {} })
  const { busy: sending, send } = useSend()
  const keepName = (given: RealName) =>
    send(`name ${JSON.stringify(given)}`, async (key) => {
      await call(SetMyRealName, { params: {}, body: { key, ...given, consent: true } })
      toast('已加密封存', 'ok')
      await name.reload()
    })
  const dropName = () =>
    send('drop name', async (key) => {
      await call(DeleteMyRealName, { params: {}, body: { key } })
      toast('已删除', 'ok')
      await name.reload()
    })
  const request = (asked: Asked) =>
    send(`request ${JSON.stringify(asked)}`, async (key) => {
      await call(RequestCertificate, { params: {}, body: { key, ...asked } })
      toast('已提交，记录单位核对后出具', 'ok')
      await load.reload()
    })
  return { load, ...list, name, sending: sending !== null, keepName, dropName, request }
}
export type MyCertificatesHand = ReturnType<typeof useMyCertificates>

/** A browser saves what is taken, WeChat opens it or offers to keep it. */
export function useTake({ id, number }: MyCertificate) {
  const [busy, setBusy] = useState('')
  const take = async (what: 'pdf' | 'png') => {
    const of: AnyEndpoint = what === 'pdf' ? GetCertificatePaper : GetCertificatePoster
    setBusy(what)
    try {
      await download(of, {}, `${CERTIFICATE_ZH}-${number}.${what}`, { id })
    } catch (err) {
      toast(zhOf(err), 'danger')
    }
    setBusy('')
  }
  return { busy, take }
}
