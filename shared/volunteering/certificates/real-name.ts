import * as z from 'zod'
import { maskName } from '../../kit/mask'
import { type Refusal, refuse } from '../../kit/refusal'

/** 身份证件 of 民政部令第67号 §5; what is not a 居民身份证 has no common form to check. */
export const ID_KINDS = ['resident', 'hk_macao', 'taiwan', 'foreigner', 'passport', 'other'] as const
export type IdKind = (typeof ID_KINDS)[number]

/** As it lies sealed. */
export const RealName = z.object({ name: z.string(), idKind: z.enum(ID_KINDS), idNumber: z.string() })
export type RealName = z.output<typeof RealName>

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** GB 11643: eighteen places, a real day of birth, and a check digit by ISO 7064 mod 11-2. */
export function isResidentId(text: string) {
  if (!/^\d{17}[\dX]$/.test(text)) return false
  const [year, month, date] = [text.slice(6, 10), text.slice(10, 12), text.slice(12, 14)].map(Number)
  const born = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, date ?? 0))
  const isDay = born.getUTCFullYear() === year && born.getUTCMonth() + 1 === month && born.getUTCDate() === date
  const sum = WEIGHTS.reduce((all, weight, i) => all + weight * Number(text[i]), 0)
  return isDay && (year ?? 0) >= 1900 && CHECKS[sum % 11] === text[17]
}

export const tidyId = (text: string) => text.replace(/\s/g, '').toUpperCase()

export function checkRealName({ name, idKind, idNumber }: RealName): Refusal | null {
  if (!/^[\p{L}·.' -]{2,40}$/u.test(name)) return refuse('invalid', '姓名请按证件填写，不含数字和符号', 'name')
  if (idKind === 'resident' && !isResidentId(idNumber))
    return refuse('invalid', '居民身份证号码有误，请核对 18 位号码', 'idNumber')
  return /^[\dA-Z()（）/-]{4,30}$/.test(idNumber) ? null : refuse('invalid', '证件号码只含字母和数字', 'idNumber')
}

/** 610****X: the first and the last, and how long it is. */
export const maskId = (text: string) =>
  `${text.slice(0, 1)}${'*'.repeat(Math.max(2, text.length - 2))}${text.slice(-1)}`

export const masked = ({ name, idKind, idNumber }: RealName) => ({
  nameMasked: maskName(name),
  idKind,
  idMasked: maskId(idNumber),
})

/** What somebody who holds the paper knows of it and of its holder: the name and the last four of the number. */
export const holderWords = (linkKey: string, name: string, tail: string) =>
  `${linkKey} ${name.replace(/\s/g, '')} ${tidyId(tail)}`
export const tailOf = (idNumber: string) => tidyId(idNumber).slice(-4)
