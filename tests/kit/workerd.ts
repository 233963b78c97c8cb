import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

type Given = {
  /** Holds `edge.mjs`, the bundle. */
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  /** Whatever the worker asks of the world comes here. */
  readonly outboundPort: number
}

/** In front of the house: passes requests on, and rings the timer when asked. */
const FRONT = `export default {
  async fetch(request, env) {
    if (new URL(request.url).pathname !== '/ring') return env.HOUSE.fetch(request)
    const { outcome } = await env.HOUSE.scheduled({ cron: '* * * * *' })
    return new Response(outcome)
  },
}`

const text = (value: string) => JSON.stringify(value)

/** The real runtime of Cloudflare Workers, from the registry, with the house in it. */
export async function openWorkerd({ folder, env, outboundPort }: Given) {
  const config = join(folder, 'workerd.capnp')
  const bindings = Object.entries(env).map(([name, value]) => `(name = ${text(name)}, text = ${text(value)})`)
  writeFileSync(join(folder, 'front.mjs'), FRONT)
  writeFileSync(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "front", worker = (
      modules = [(name = "front.mjs", esModule = embed "front.mjs")],
      bindings = [(name = "HOUSE", service = "house")],
      compatibilityFlags = ["service_binding_extra_handlers"],
      compatibilityDate = "2026-11-01")),
    (name = "house", worker = (
      modules = [(name = "edge.mjs", esModule = embed "edge.mjs")],
      bindings = [${bindings.join(', ')}],
      globalOutbound = "outbound",
      compatibilityDate = "2026-11-01")),
    (name = "outbound", external = (address = "127.0.0.1:${outboundPort}", http = ())),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "front")],
);
`,
  )
  const from = performance.now()
  const binary = createRequire(createRequire(import.meta.url).resolve('workerd')).resolve(
    `@cloudflare/workerd-${process.platform}-${process.arch === 'x64' ? '64' : process.arch}/bin/workerd`,
  )
  const child = spawn(binary, ['serve', config, '--control-fd=3', '--experimental'], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const said: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => void said.push(chunk.toString()))
  child.stdout?.on('data', (chunk: Buffer) => void said.push(chunk.toString()))
  const port = await new Promise<number>((listening, failed) => {
    child.once('exit', (code) => failed(new Error(`workerd ended with ${code}: ${said.join('')}`)))
    createInterface({ input: child.stdio[3] as NodeJS.ReadableStream }).on('line', (line) => {
      const event = JSON.parse(line) as { event: string; port?: number }
      if (event.event === 'listen' && event.port) listening(event.port)
    })
  })
  const base = `http://127.0.0.1:${port}`
  return {
    said,
    base,
    startedMs: () => performance.now() - from,
    close: async () => {
      child.removeAllListeners('exit')
      child.kill('SIGKILL')
      await new Promise((gone) => child.once('exit', gone))
    },
  }
}
