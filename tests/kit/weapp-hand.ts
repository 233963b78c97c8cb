import type { Weapp } from './weapp-host'
import type { Node } from './weapp-types'

const isNode = (child: Node | string): child is Node => typeof child !== 'string'

/** Everything below a node, outer before inner. */
export const nodes = (from: Node): Node[] => from.children.filter(isNode).flatMap((child) => [child, ...nodes(child)])

/** All words of a node, as they stand on the phone. */
export const textOf = (node: Node): string =>
  node.children.map((child) => (isNode(child) ? textOf(child) : child)).join('')

/** The compiler writes aria-label as ariaLabel. */
const labelOf = (node: Node) => String(node.attr.ariaLabel ?? node.attr['aria-label'] ?? '')

type Handler = (this: unknown, event: unknown) => unknown

/** The hand and the eyes of a person on a mini-program: finds by words or label, taps, types, and waits for what comes. */
export function handOf(weapp: Weapp) {
  const all = () => nodes(weapp.tree())
  const saysOf = (node: Node) => labelOf(node) || textOf(node)
  const byWords = (words: string | RegExp) => (node: Node) =>
    typeof words === 'string' ? saysOf(node).includes(words) : words.test(saysOf(node))
  const text = () => textOf(weapp.tree())
  const bound = (event: string) => (node: Node) => typeof node.attr[`bind${event}`] === 'string'

  /** The innermost thing that can be pressed and says these words. */
  const pressable = (words: string | RegExp) => all().filter(bound('tap')).filter(byWords(words)).at(-1)
  const field = (label: string) => all().find((node) => labelOf(node) === label && bound('input')(node))

  const send = async (node: Node, bound: string, detail: object, type = bound) => {
    const handler = weapp.page().it[String(node.attr[`bind${bound}`])]
    if (typeof handler !== 'function') throw new Error(`nothing answers ${type}`)
    const target = { id: String(node.attr.id ?? ''), dataset: { sid: node.attr['data-sid'] } }
    await (handler as Handler).call(weapp.page().it, {
      type,
      detail,
      target,
      currentTarget: target,
      timeStamp: Date.now(),
    })
    await settle()
  }
  const until = async <T>(look: () => T | undefined | false, what: string): Promise<T> => {
    for (let n = 0; n < 400; n++) {
      if (weapp.errors.length > 0) throw weapp.errors[0]
      const seen = look()
      if (seen) return seen
      await settle()
    }
    throw new Error(`${what} did not come; the page says: ${text().slice(0, 500)}`)
  }

  const sees = (words: string) => until(() => text().includes(words), words)
  const tap = async (words: string | RegExp) =>
    send(await until(() => pressable(words), `a button ${String(words)}`), 'tap', {})
  /** A button of the platform's own kind: what WeChat does at the press is told to the page. */
  const press = async (openType: string, detail: object = {}) => {
    const isIt = ({ attr }: Node) => [attr.openType, attr['open-type']].includes(openType)
    const node = await until(() => all().find(isIt), `a button of kind ${openType}`)
    const bind = Object.keys(node.attr).find((name) => name.toLowerCase() === `bind${openType.toLowerCase()}`)
    await send(node, (bind ?? openType).replace(/^bind/, ''), detail, openType.toLowerCase())
  }
  return {
    press,
    text,
    all,
    sees,
    tap,
    /** The sheet of one consent, read and answered with yes. */
    agree: async (title: string) => {
      await sees(title)
      await tap(/^同意$/)
    },
    onPage: (route: string) => until(() => weapp.page().route === route, route),
    type: async (label: string, value: string) =>
      send(await until(() => field(label), `a field ${label}`), 'input', { value, cursor: value.length }),
    fire: send,
  }
}

const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 10))
