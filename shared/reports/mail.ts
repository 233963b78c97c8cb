import { type Refusal, refuse } from '../kit/refusal'

/** 邮件来信: what a mail must be, and what of it is the person's own. */
export const MAIL_BYTES_MAX = 15 * 1024 * 1024
export const MAIL_WORDS_MAX = 5_000
export const MAIL_PHOTOS_MAX = 9
const SUBJECT_MAX = 200
const NAME_MAX = 20
const ID_MAX = 250
const REFS_MAX = 20
const LEFT_MAX = 20

/** How a waiting mail ended. */
export const MAIL_OUTCOMES = ['filed', 'joined', 'threaded', 'set_aside'] as const
export type MailOutcome = (typeof MAIL_OUTCOMES)[number]

/** A mail as the MIME library gives it. */
export type RawMail = {
  readonly messageId: string | undefined
  readonly from: { readonly name: string; readonly address: string } | null
  readonly subject: string | undefined
  readonly date: string | undefined
  readonly inReplyTo: string | undefined
  readonly references: string | undefined
  readonly text: string | undefined
  readonly html: string | undefined
  readonly attachments: readonly { readonly name: string | null; readonly mime: string; readonly bytes: Uint8Array }[]
}

export type Mail = {
  readonly messageId: string
  readonly refs: readonly string[]
  readonly name: string
  readonly address: string
  readonly subject: string
  readonly words: string
  readonly sentAt: Date | null
  readonly pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly left: readonly Left[]
}
/** An attachment that was not taken, and why. */
export type Left = { readonly name: string; readonly zh: string }

/** No NUL, no half of a surrogate pair: a mail may hold anything. */
const BROKEN = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const whole = (text: string | undefined, max: number) =>
  (text ?? '').replace(BROKEN, '').normalize('NFC').trim().slice(0, max).replace(BROKEN, '')

const ADDRESS = /^[^\s@<>]{1,64}@[^\s@<>]{1,190}$/
const idsIn = (text: string | undefined) => (text ?? '').match(/<[^<>\s]{1,248}>/g) ?? []

/** What the sender wrote; `fallbackId` names a mail that brings no name of its own. */
export function readMail(raw: RawMail, fallbackId: string): Mail | Refusal {
  const address = whole(raw.from?.address, 255).toLowerCase()
  if (!ADDRESS.test(address)) return refuse('invalid', '这不是一封完整的邮件：看不出是谁寄的', 'file')
  const subject = whole(raw.subject, SUBJECT_MAX)
  const words = ownWords(raw.text?.trim() ? raw.text : wordsOf(raw.html ?? ''))
  const { pictures, left } = sorted(raw.attachments)
  if (subject === '' && words === '' && pictures.length === 0)
    return refuse('invalid', '这封邮件是空的：没有主题、正文和照片', 'file')
  const sent = new Date(raw.date ?? '')
  return {
    messageId: whole(idsIn(raw.messageId)[0], ID_MAX) || fallbackId,
    refs: [...new Set([...idsIn(raw.references), ...idsIn(raw.inReplyTo)])].slice(-REFS_MAX),
    ...{ name: nameOf(raw.from?.name), address, subject, words, pictures, left },
    sentAt: Number.isNaN(sent.getTime()) ? null : sent,
  }
}

const nameOf = (name: string | undefined) => {
  const read = whole(name, NAME_MAX)
  return ADDRESS.test(read) ? '' : read
}

const PICTURES = ['image/jpeg', 'image/jpg', 'image/png', 'image/webp']
/** Many mail programs send every file as bytes of no kind. */
const PICTURE_NAME = /\.(jpe?g|png|webp)$/i
const leftZh = (mime: string) => (mime.startsWith('image/') ? '这种图片打不开，请转成 JPG 再寄' : '不是照片，没有收')

function sorted(attachments: RawMail['attachments']) {
  const named = attachments.map(({ name, mime, bytes }, i) => ({
    ...{ name: whole(name ?? '', 80) || `附件 ${i + 1}`, bytes },
    mime: mime.toLowerCase(),
    isPicture: PICTURES.includes(mime.toLowerCase()) || PICTURE_NAME.test(name ?? ''),
  }))
  const all = named.filter(({ isPicture }) => isPicture)
  const late = all.slice(MAIL_PHOTOS_MAX).map(({ name }) => ({ name, zh: `照片最多 ${MAIL_PHOTOS_MAX} 张` }))
  const others = named.filter(({ isPicture }) => !isPicture).map(({ name, mime }) => ({ name, zh: leftZh(mime) }))
  const pictures = all.slice(0, MAIL_PHOTOS_MAX).map(({ name, bytes }) => ({ name, bytes }))
  return { pictures, left: [...late, ...others].slice(0, LEFT_MAX) }
}

const QUOTE_HEADS = [
  /^-{2,}\s*(原始邮件|转发邮件|Original Message|Forwarded message)\s*-{2,}/i,
  /^(在|At|On)\s.{4,200}(写道|wrote)\s*[:：]\s*$/i,
  /^(发件人|From)\s*[:：].{3,}/i,
]

/** Without what the mail program repeats of the letter it answers. */
export function ownWords(text: string): string {
  const lines = whole(text, MAIL_WORDS_MAX * 10).split(/\r?\n/)
  const quote = lines.findIndex((line) => QUOTE_HEADS.some((head) => head.test(line.trim())))
  const own = (quote < 1 ? lines : lines.slice(0, quote)).filter((line) => !/^\s*>/.test(line))
  return whole(own.join('\n').replace(/\n{3,}/g, '\n\n'), MAIL_WORDS_MAX)
}

const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** The words of a mail that comes as a page only. */
export const wordsOf = (html: string): string =>
  html
    .slice(0, MAIL_WORDS_MAX * 40)
    .replace(/<(style|script|head|title)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<br\b[^>]*>|<\/(p|div|tr|li|h[1-6])\s*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(nbsp|amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/[ \t]+/g, ' ')

/** What goes into the report: the subject first, where the words do not say it already. */
export function mailStory(subject: string, words: string, max: number): string {
  const about = subject.replace(/^((re|fw|fwd|回复|转发|答复)\s*[:：]\s*)+/i, '').trim()
  return whole(words.includes(about) ? words : `${about}\n${words}`, max)
}
