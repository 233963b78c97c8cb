import * as z from 'zod'
import { PhotoView } from '../files/contract'
import { endpoint } from '../kit/endpoint'
import { idParams, key, moment, nothing, pageOf, pageQuery, someWords } from '../kit/fields'

const OFFICE = ['reviewer', 'dispatcher', 'admin'] as const

/** A mail in 邮件待录. The sender lies sealed; the case opens it, for a reason. */
export const MailView = z.object({
  id: z.string(),
  subject: z.string(),
  words: z.string(),
  at: moment,
  photos: z.array(PhotoView),
  /** Attachments that were not taken, each with why. */
  left: z.array(z.object({ name: z.string(), zh: z.string() })),
  /** The case that the mail it answers belongs to. */
  thread: z.object({ id: z.string(), number: z.string() }).nullable(),
})
export type MailView = z.infer<typeof MailView>

/** What became of a mail that arrived: it waits, or it went to the case it answers. */
export const MailTaken = z.object({
  id: z.string(),
  isNew: z.boolean(),
  /** The case it was put to. */
  caseId: z.string().nullable(),
})
export type MailTaken = z.infer<typeof MailTaken>

export const ReceiveMail = endpoint({
  verb: 'POST',
  path: '/api/mails',
  who: 'anyone',
  zh: '邮件网关推送一封原始邮件（message/rfc822，最大 15 MB）；X-Mail-Signature 是用 MAIL_SECRET 对全文算的 HMAC-SHA256；同一封只收一次',
  params: nothing,
  body: nothing,
  reply: MailTaken,
  takes: 'mail',
})

export const UploadMail = endpoint({
  verb: 'POST',
  path: '/api/mail-uploads',
  who: OFFICE,
  zh: '上传一封 .eml 邮件（multipart，字段 file，最大 15 MB）；同一封只收一次',
  params: nothing,
  body: z.strictObject({ key }),
  reply: MailTaken,
  takes: 'multipart',
})

export const ListMails = endpoint({
  verb: 'GET',
  path: '/api/mails',
  who: OFFICE,
  zh: '邮件待录：还没有录入的来信，最早的在前',
  params: nothing,
  body: z.strictObject(pageQuery),
  reply: pageOf(MailView),
})

export const GetMail = endpoint({
  verb: 'GET',
  path: '/api/mails/:id',
  who: OFFICE,
  zh: '一封待录的来信；寄信人封存，不显示',
  params: idParams,
  body: nothing,
  reply: MailView,
})

export const SetMailAside = endpoint({
  verb: 'POST',
  path: '/api/mails/:id/asides',
  who: OFFICE,
  zh: '一封来信不录入，写明原因',
  params: idParams,
  body: z.strictObject({ key, reason: someWords('原因', 200).min(2, '原因请写清楚') }),
  reply: z.object({ id: z.string() }),
})
