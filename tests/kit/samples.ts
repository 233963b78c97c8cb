import * as z from 'zod'

type Json = {
  /** Several where it may be null. */
  type?: string | string[]
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Json[]
  properties?: Record<string, Json>
  required?: string[]
  items?: Json
  minItems?: number
  minimum?: number
}

/** The smallest input a schema takes: required fields only, made from its JSON Schema. */
export function sampleOf(schema: z.ZodType): unknown {
  return sample(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json)
}

const BY_TYPE: Readonly<Record<string, (json: Json) => unknown>> = {
  object: ({ required = [], properties = {} }) =>
    Object.fromEntries(required.map((name) => [name, sample(properties[name] ?? {})])),
  array: ({ minItems = 0, items = {} }) => Array.from({ length: minItems }, () => sample(items)),
  string: ({ format = '', pattern = '' }) =>
    format === 'uuid' ? crypto.randomUUID() : (digitsFor(pattern) ?? BY_FORMAT[format] ?? '12'),
  integer: ({ minimum = 1 }) => Math.max(1, minimum),
  number: ({ minimum = 1 }) => Math.max(1, minimum),
  boolean: () => true,
}
/** A number of so many digits. */
const digitsFor = (pattern: string) => {
  const [, n] = /^\^\\d\{(\d+)\}\$$/.exec(pattern) ?? []
  return n === undefined ? undefined : '1'.repeat(Number(n))
}

const BY_FORMAT: Readonly<Record<string, string>> = { 'date-time': '2026-06-16T00:00:00.000Z', date: '2026-06-16' }

function sample(json: Json): unknown {
  const [first] = json.enum ?? json.anyOf?.map(sample) ?? []
  const [type = ''] = [json.type].flat()
  return json.const ?? first ?? BY_TYPE[type]?.(json) ?? '12'
}

/** Every place in a sample where a text stands, as a function that puts another text there. */
export function textPlaces(value: unknown): ((text: string) => unknown)[] {
  if (typeof value === 'string') return [(text) => text]
  if (Array.isArray(value))
    return value.flatMap((item, i) => textPlaces(item).map((put) => (text: string) => value.with(i, put(text))))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, item]) =>
    textPlaces(item).map((put) => (text: string) => ({ ...value, [name]: put(text) })),
  )
}
