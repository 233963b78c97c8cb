import { ListCertificates, TransitionCertificate } from '@shared/volunteering/certificates/contract'
import {
  CERTIFICATE_TRANSITIONS,
  type CertificateOfficeMove,
  type CertificateState,
} from '@shared/volunteering/certificates/life'
import { useState } from 'react'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { useMore } from '../../../api/use-more'
import { useSend } from '../../../api/use-send'
import { toast } from '../../../ui/toast'

export type OfficeGiven = { readonly note: string; readonly headZh: string; readonly contactZh: string }

export function useCertificateOffice() {
  const [state, setState] = useState<CertificateState>('requested')
  const load = useLoad(ListCertificates, { params: {}, body: { state } })
  const list = useMore(state, load.data, (cursor) => call(ListCertificates, { params: {}, body: { state, cursor } }))
  const { busy: sending, send } = useSend()
  const act = (of: { id: string; version: number }, move: CertificateOfficeMove, given: OfficeGiven) =>
    send(`${move} ${of.id} ${of.version} ${JSON.stringify(given)}`, async (key) => {
      await call(TransitionCertificate, { params: { id: of.id }, body: { key, version: of.version, move, ...given } })
      toast(`已${CERTIFICATE_TRANSITIONS[move].zh}`, 'ok')
      await load.reload()
    })
  return { load, ...list, state, setState, sending: sending !== null, act }
}
export type CertificateOfficeHand = ReturnType<typeof useCertificateOffice>
