/** An element: its name, its attributes, and inside it either text or further elements. */
export type Xml = {
  readonly name: string
  readonly inside: string | readonly Xml[]
  readonly attributes: Readonly<Record<string, string>>
}

export const tag = (name: string, inside: Xml['inside'] = '', attributes: Xml['attributes'] = {}): Xml => ({
  name,
  inside,
  attributes,
})

/** What XML 1.0 has no way to say at all, escaped or not: control characters and halves of surrogate pairs. */
const ILLEGAL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

export const legal = (text: string) => text.replace(ILLEGAL, '\uFFFD')

/** Line ends and tabs go as references: a parser would fold them otherwise. */
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#13;',
}

const text = (raw: string) => legal(raw).replace(/[&<>"'\r]/g, (one) => ESCAPES[one] ?? one)

const attribute = (raw: string) => text(raw).replace(/[\t\n]/g, (one) => (one === '\t' ? '&#9;' : '&#10;'))

function write({ name, inside, attributes }: Xml): string {
  const open = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(value)}"`)
  const content = typeof inside === 'string' ? text(inside) : inside.map(write).join('')
  return content === '' ? `<${name}${open.join('')}/>` : `<${name}${open.join('')}>${content}</${name}>`
}

/** A whole document; every text in it comes out of a parser as it went in, whatever it holds. */
export const xmlDocument = (root: Xml) => `<?xml version="1.0" encoding="UTF-8"?>\n${write(root)}\n`
