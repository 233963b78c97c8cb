import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { legal, tag, type Xml, xmlDocument } from '../../shared/kit/xml'

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
  alwaysCreateTextNode: true,
  processEntities: { enabled: true, maxTotalExpansions: 100_000, maxExpandedLength: 10_000_000 },
})

type Node = { [name: string]: unknown; ':@'?: Record<string, string> }

/** The foreign parser's tree in our shape. */
function back(node: Node): Xml {
  const { ':@': attributes = {}, ...rest } = node
  const [name = '', children] = Object.entries(rest)[0] ?? []
  const kids = (children as Node[]) ?? []
  const elements = kids.filter((kid) => !('#text' in kid))
  const inside = elements.length > 0 ? elements.map(back) : kids.map((kid) => String(kid['#text'])).join('')
  return { name, inside, attributes: { ...attributes } }
}

const roundTrip = (root: Xml) => {
  const text = xmlDocument(root)
  expect(XMLValidator.validate(text)).toBe(true)
  const nodes = (parser.parse(text) as Node[]).filter((node) => !('?xml' in node) && !('#text' in node))
  return back(nodes[0] ?? {})
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom('<', '>', '&', '"', "'", ']', ']>', '&amp;', '\r', '\n', '\t', '\0', '\ud800', '井'),
    maxLength: 20,
  }),
)
const name = fc.stringMatching(/^[a-z]{1,8}$/).filter((one) => !['constructor', 'prototype'].includes(one))

test('every text, in an element or an attribute, comes out of a foreign parser as it went in', () => {
  fc.assert(
    fc.property(name, anyText, anyText, (element, inside, value) => {
      const read = roundTrip(tag('root', [tag(element, inside, { value })]))
      expect(read.inside).toEqual([{ name: element, inside: legal(inside), attributes: { value: legal(value) } }])
    }),
    { numRuns: 500 },
  )
})

test('what XML cannot hold is replaced, and nothing else is touched', () => {
  expect(legal('a\0b\u0008c\ud800d\ufffe井𠮷\t\n\r')).toBe('a\ufffdb\ufffdc\ufffdd\ufffd井𠮷\t\n\r')
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => legal(legal(text)) === legal(text)))
})

test('no text can open or close an element', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 5 }), (texts) => {
      const read = roundTrip(tag('list', [tag('first'), ...texts.map((inside) => tag('item', inside))]))
      expect((read.inside as Xml[]).map((one) => one.name)).toEqual(['first', ...texts.map(() => 'item')])
    }),
  )
})
