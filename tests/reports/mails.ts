import { createHmac } from 'node:crypto'
import type { House } from '../kit/house'

type Part = { readonly headers: readonly string[]; readonly body: string | Uint8Array }
type Given = {
  readonly from?: string
  readonly subject?: string
  readonly messageId?: string | null
  readonly headers?: readonly string[]
  readonly parts: readonly Part[]
}

export const textPart = (text: string): Part => ({
  headers: ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
  body: Buffer.from(text).toString('base64'),
})
export const filePart = (name: string, mime: string, bytes: Uint8Array): Part => ({
  headers: [
    `Content-Type: ${mime}; name="${name}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${name}"`,
  ],
  body: Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n'),
})

/** A mail as a mail program writes it. */
export function eml({
  from = '赵大爷 <zhao@example.cn>',
  subject = '井盖丢了',
  messageId,
  headers = [],
  parts,
}: Given) {
  const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
  const [, name = '', address = ''] = /^(.*?)\s*<(.*)>$/.exec(from) ?? []
  const head = [
    `From: ${word(name)} <${address}>`,
    ...(subject === '' ? [] : [`Subject: ${/^[\x20-\x7e]*$/.test(subject) ? subject : word(subject)}`]),
    ...(messageId === null ? [] : [`Message-ID: ${messageId ?? `<${crypto.randomUUID()}@example.cn>`}`]),
    'Date: Mon, 15 Jun 2026 09:00:00 +0800',
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="edge"',
  ]
  const chunks = parts.flatMap((part) => [`--edge\r\n${part.headers.join('\r\n')}\r\n\r\n`, part.body, '\r\n'])
  return new Uint8Array(
    Buffer.concat([`${head.join('\r\n')}\r\n\r\n`, ...chunks, '--edge--\r\n'].map((one) => Buffer.from(one))),
  )
}

export const signatureOf = (secret: string, bytes: Uint8Array) =>
  `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`

export async function pushMail({ app, deps }: House, bytes: Uint8Array, signature?: string | null) {
  const signed = signature === undefined ? signatureOf(deps.mailSecret, bytes) : signature
  const res = await app.request('/api/mails', {
    method: 'POST',
    body: bytes as Uint8Array<ArrayBuffer>,
    headers: { 'content-type': 'message/rfc822', ...(signed === null ? {} : { 'X-Mail-Signature': signed }) },
  })
  return { status: res.status, ...((await res.json()) as Record<string, unknown>) } as { status: number } & Record<
    string,
    unknown
  >
}

export async function uploadMail({ app }: House, as: { token: string }, bytes: Uint8Array, key: string) {
  const form = new FormData()
  form.set('key', key)
  form.set('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), '来信.eml')
  const headers = { authorization: `Bearer ${as.token}` }
  const res = await app.request('/api/mail-uploads', { method: 'POST', body: form, headers })
  return { status: res.status, ...((await res.json()) as Record<string, unknown>) } as { status: number } & Record<
    string,
    unknown
  >
}
