import { UploadFile } from '@shared/files/contract'
import { upload } from '../../api/upload'

/** One photo, by itself: the number of its file once the server has it. */
export async function sendPhoto(ref: string, key: string, onPart: (part: number) => void): Promise<string> {
  const { id } = await upload(UploadFile, { params: {}, body: { key } }, ref, onPart)
  return id
}
