import {
  CheckHolder,
  GetPublicCertificate,
  type PublicCertificate,
} from '@shared/volunteering/certificates/public-contract'
import { useEffect, useState } from 'react'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { useSend } from '../../../api/use-send'
import { verifyHere } from '../../../device/verify'

export const usePublicCertificate = (id: string) =>
  useLoad(GetPublicCertificate, { params: { id: id || 'none' }, body: {} })

/** Who verified the signature: this browser where it can, else the server. */
export function useSignature({ proof, isSigned }: PublicCertificate) {
  const [here, setHere] = useState<boolean | null>(null)
  useEffect(() => void verifyHere(proof).then(setHere), [proof])
  return { isSigned: here ?? isSigned, byZh: here === null ? '服务器' : '本机' }
}

export function useHolderCheck(id: string) {
  const [matches, setMatches] = useState<boolean | null>(null)
  const { busy, send } = useSend()
  const check = (name: string, tail: string) =>
    send(`check ${name} ${tail}`, async () => {
      setMatches(null)
      setMatches((await call(CheckHolder, { params: { id }, body: { name, tail } })).matches)
    })
  return { matches, busy: busy !== null, check }
}
