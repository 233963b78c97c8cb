import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { sep } from 'node:path'
import vm from 'node:vm'
import type { Node } from './weapp-types'

type Compiler = { wxmlToJs: (root: string, lists: { wxmlList: string[]; wxsList: string[] }) => string }
const compiler = createRequire(import.meta.url)('miniprogram-compiler') as Compiler

/** WeChat's own compiler over all templates of the package; the result draws a page from its data. */
export function wxml(root: string) {
  // The compiler finds a wxs file only under a name that begins with ./
  const all = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => `./${path.split(sep).join('/')}`)
  const lists = {
    wxmlList: all.filter((path) => path.endsWith('.wxml')),
    wxsList: all.filter((path) => path.endsWith('.wxs')),
  }
  const code = compiler.wxmlToJs(root, lists)
  const context = vm.createContext({
    window: { __webview_engine_version__: 0.02 },
    console,
    __webview_engine_version__: 0.02,
  })
  vm.runInContext(`globalThis.$gwx = (function () { ${code} })()`, context)
  return (page: string, data: object): Node => {
    // Parsed inside: objects of another realm break wxs.
    Object.assign(context, { page: `./${page}.wxml`, data: JSON.stringify(data) })
    return plain(vm.runInContext('$gwx(page)(JSON.parse(data))', context) as Raw)
  }
}

type Raw = { readonly tag?: string; readonly attr?: Node['attr']; readonly children?: readonly unknown[] }

/** Blocks and templates are nodes without attributes; words may be numbers. */
const plain = ({ tag = '', attr = {}, children = [] }: Raw): Node => ({
  tag,
  attr,
  children: children.map((child) => (typeof child === 'object' && child !== null ? plain(child) : String(child ?? ''))),
})
