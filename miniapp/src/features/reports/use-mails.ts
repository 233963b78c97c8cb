import { ListMails, SetMailAside, UploadMail } from '@shared/reports/mail-contract'
import { useState } from 'react'
import { call } from '../../api/call'
import { upload } from '../../api/upload'
import { usePages } from '../../api/use-pages'
import { useSend } from '../../api/use-send'
import { pickMail } from '../../device/mail-file'
import { dropPhoto } from '../../device/photos'
import { go } from '../../ui/nav'
import { toast } from '../../ui/toast'

/** 邮件待录: what waits, a file that is brought, a mail that is set aside. */
export function useMails() {
  const pages = usePages(ListMails, { params: {}, body: {} })
  const { busy, send } = useSend()
  const [aside, setAside] = useState<string | null>(null)

  const bring = async () => {
    const ref = await pickMail()
    if (ref === '') return
    await send(`bring ${ref}`, async (key) => {
      const { isNew, caseId } = await upload(UploadMail, { params: {}, body: { key } }, ref)
      if (!isNew) toast('这封邮件已经收过了')
      else if (caseId) {
        toast('是来信人的回复，已放到原来的案件里', 'ok')
        go('/staff/cases/detail', { id: caseId })
      } else toast('收到一封来信', 'ok')
    })
    await dropPhoto(ref)
    await pages.load.reload()
  }
  const putAside = (reason: string) =>
    send(`aside ${aside} ${reason}`, async (key) => {
      await call(SetMailAside, { params: { id: aside ?? '' }, body: { key, reason } })
      setAside(null)
      await pages.load.reload()
    })
  return { ...pages, isSending: busy !== null, bring, aside, setAside, putAside }
}
