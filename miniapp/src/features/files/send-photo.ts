import { UploadFile } from '@shared/files/contract'
import { AskUploadPlace, ClaimUpload } from '@shared/files/direct-contract'
import { call } from '../../api/call'
import { bytesOf, putBytes } from '../../api/put'
import { upload } from '../../api/upload'
import { sendDirect, type Ways } from './direct'

const WAYS: Ways = {
  ask: async (body) => (await call(AskUploadPlace, { params: {}, body })).place,
  put: putBytes,
  claim: async (id, key) => (await call(ClaimUpload, { params: { id }, body: { key } })).id,
}

/** The server said that it takes all photos itself: not asked again while the app is open. */
let isNever = false

/** One photo, by itself: the number of its file once the server has it. */
export async function sendPhoto(ref: string, key: string, onPart: (part: number) => void): Promise<string> {
  const bytes = isNever ? null : await bytesOf(ref)
  const way = bytes === null ? 'through' : await sendDirect(WAYS, bytes, key)
  if (way === 'never') isNever = true
  if (typeof way === 'string') return (await upload(UploadFile, { params: {}, body: { key } }, ref, onPart)).id
  onPart(1)
  return way.id
}
