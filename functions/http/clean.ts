import { fail } from './refused'

const MAX_DEPTH = 8
const MAX_TEXT = 20_000
const MAX_ITEMS = 2_000

/**
 * Every string that comes in leaves here whole: no NUL (Postgres cannot hold it), no half of a surrogate pair, in NFC.
 * Depth and size are bounded before any schema looks at them.
 */
export function clean(input: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH) return fail('malformed', '提交的内容层级太深')
  if (typeof input === 'string') return cleanText(input)
  if (Array.isArray(input)) return bounded(input).map((item) => clean(item, depth + 1))
  if (typeof input !== 'object' || input === null) return input
  return Object.fromEntries(
    bounded(Object.entries(input)).map(([name, value]) => [cleanText(name), clean(value, depth + 1)]),
  )
}

function cleanText(text: string) {
  if (text.length > MAX_TEXT) return fail('malformed', '有一项内容太长')
  if (text.includes('\0') || LONE_SURROGATE.test(text))
    return fail('malformed', '内容里有无法保存的字符，请删掉后再提交')
  return text.normalize('NFC')
}

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

const bounded = <T>(items: T[]) => (items.length > MAX_ITEMS ? fail('malformed', '提交的内容太多') : items)
