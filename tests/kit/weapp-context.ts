import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import vm from 'node:vm'
import type { Dict, WxPage } from './weapp-types'
import type { Wx } from './weapp-wx'

const raise = (why: string): never => {
  throw new Error(why)
}

/** The logic layer: one bare context, own `require` that stays inside the package, `Function` and `eval` that do nothing. */
export function makeContext(root: string, wx: Wx, stack: readonly WxPage[], errors: unknown[]) {
  let current = ''
  const given = new Map<string, Dict>()
  let app: Dict = {}
  const globals: Dict = {
    wx,
    App: (config: Dict) => {
      app = config
    },
    Page: (config: Dict) => void given.set(current, config),
    Component: () => {},
    Behavior: (config: Dict) => config,
    getApp: () => app,
    getCurrentPages: () => stack.map(({ it }) => it),
    setTimeout: guarded(setTimeout, errors),
    setInterval: guarded(setInterval, errors),
    clearTimeout,
    clearInterval,
    console: {
      log: () => {},
      info: () => {},
      warn: () => {},
      debug: () => {},
      error: (...said: unknown[]) => void errors.push(said.map(String).join(' ')),
    },
  }
  const context = vm.createContext(globals)
  globals.global = globals
  vm.runInContext(
    'globalThis.Function = function () { return function () {} }; globalThis.eval = function () {}',
    context,
  )

  const modules = new Map<string, { exports: unknown }>()
  const need = (from: string, name: string): unknown => {
    const file = resolve(dirname(from), name.endsWith('.js') ? name : `${name}.js`)
    if (!file.startsWith(root)) throw new Error(`${name} is outside the package`)
    const known = modules.get(file)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    modules.set(file, module)
    const code = `(function (require, module, exports) { ${readFileSync(file, 'utf8')}\n})`
    const run = new vm.Script(code, { filename: file }).runInContext(context) as (...given: unknown[]) => void
    run((other: string) => need(file, other), module, module.exports)
    return module.exports
  }
  const load = (path: string) => {
    current = path
    if (!given.has(path)) need(join(root, 'app.js'), `./${path}`)
    return given.get(path) ?? (path === 'app' ? {} : raise(`${path}.js made no page`))
  }
  return { load, app: () => app }
}

/** An error inside a timer must fail the test and not the process. */
const guarded =
  (start: typeof setTimeout | typeof setInterval, errors: unknown[]) =>
  (act: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) =>
    start(() => {
      try {
        act(...given)
      } catch (err) {
        errors.push(err)
      }
    }, ms)
