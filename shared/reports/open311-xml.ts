import { tag, type Xml, xmlDocument } from '../kit/xml'

type Scalar = string | number | boolean | null
/** What an answer is made of; JSON shows it as it is. */
export type Content = Scalar | readonly Content[] | { readonly [name: string]: Content }

/** The specification's word for one of many. */
const ONE_OF: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_request_updates: 'request_update',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
}

const isList = (content: Content): content is readonly Content[] => Array.isArray(content)

function element(name: string, content: Content): Xml {
  if (isList(content))
    return tag(
      name,
      content.map((one) => element(ONE_OF[name] ?? 'item', one)),
    )
  if (typeof content !== 'object' || content === null) return tag(name, content === null ? '' : String(content))
  return tag(
    name,
    Object.entries(content).map(([inner, value]) => element(inner, value)),
  )
}

/** The same answer in XML: null is an empty element, a list holds its items by the specification's name. */
export const open311Xml = (root: string, content: Content) => xmlDocument(element(root, content))
