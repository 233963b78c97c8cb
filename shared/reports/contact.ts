import * as z from 'zod'
import { type Refusal, refuse } from '../kit/refusal'

/** 实名反映 and 来电: sealed the moment it arrives. */
export const Contact = z.strictObject({
  name: z.string('请填写姓名').trim().max(20, '姓名最多 20 个字').default(''),
  phone: z
    .string('请填写电话')
    .trim()
    .regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/, '电话号码不完整，例如 13800000000'),
})
export type Contact = z.output<typeof Contact>

/** As it lies sealed: somebody who wrote a mail may have left no number. */
export const KnownContact = z.object({
  name: z.string().default(''),
  phone: z.string().default(''),
  mail: z.string().default(''),
})
export type KnownContact = z.output<typeof KnownContact>

/** A name belongs to 实名 and to nothing else: what was not asked for is not taken. */
export function checkContact(identity: 'anonymous' | 'wechat' | 'real_name', contact: Contact | null): Refusal | null {
  if (identity === 'real_name') {
    if (contact === null) return refuse('missing', '实名反映请留下姓名和电话', 'contact.phone')
    return contact.name === '' ? refuse('missing', '实名反映请留下姓名', 'contact.name') : null
  }
  return contact === null ? null : refuse('invalid', '不是实名反映，不用留姓名电话', 'contact')
}

/** A person's reads of sealed contacts an hour; more is somebody collecting. */
export const CONTACT_READS_AN_HOUR = 20
/** How long the answer to one read may be asked for again, as after a lost reply. */
export const CONTACT_READ_MINUTES = 10
