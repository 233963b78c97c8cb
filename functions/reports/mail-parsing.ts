import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import PostalMime, { type Address, type Email } from 'postal-mime'
import { type Mail, type RawMail, readMail } from '../../shared/reports/mail'
import { fail, grant } from '../http/refused'

const NESTING_MAX = 20
const HEADER_BYTES_MAX = 256 * 1024

/** A mail's bytes in any charset and encoding as the letter it is; what cannot be read is refused. */
export async function parseMail(bytes: Uint8Array): Promise<Mail> {
  const limits = { maxNestingDepth: NESTING_MAX, maxHeadersSize: HEADER_BYTES_MAX, forceRfc822Attachments: true }
  const email = await PostalMime.parse(bytes, limits).catch(() =>
    fail('invalid', '这封邮件打不开，可能不完整或已损坏', 'file'),
  )
  return grant(readMail(rawOf(email), `sha256:${bytesToHex(sha256(bytes))}`))
}

const fromOf = (address: Address | undefined) =>
  address?.address === undefined ? null : { name: address.name, address: address.address }

const rawOf = (email: Email): RawMail => ({
  ...{ messageId: email.messageId, subject: email.subject, date: email.date, text: email.text, html: email.html },
  ...{ inReplyTo: email.inReplyTo, references: email.references },
  from: fromOf(email.from),
  attachments: email.attachments.map(({ filename, mimeType, content }) => ({
    name: filename,
    mime: mimeType,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
  })),
})
