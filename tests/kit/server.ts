import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { freePort } from './postgres-server'

const LOOK_EVERY_MS = 50
const START_MS = 60_000

/** `functions/serve.ts` (or a leaner entry) as a process of its own, which a test may kill and start again; it keeps its port and its folder. */
export async function openServer(
  env: Readonly<Record<string, string>>,
  { entry = 'functions/serve.ts', starts = true, nodeArgs = [] as readonly string[] } = {},
) {
  const outfile = `functions/dist/faults-${crypto.randomUUID()}.mjs`
  await build({
    ...{ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm' },
    ...{ target: 'node20', packages: 'external', logLevel: 'error' },
  })
  const folder = mkdtempSync(join(tmpdir(), 'wenming-server-'))
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null
  let said = ''

  const isUp = () =>
    fetch(`${base}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
  const start = async () => {
    said = ''
    const given = {
      ...{ NODE_ENV: 'test', PORT: String(port), DATA_DIR: folder, PAGES_DIR: folder, DEMO: '0' },
      ...env,
    }
    const started = spawn(process.execPath, [...nodeArgs, outfile], {
      env: { PATH: process.env.PATH ?? '', ...given },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (chunk: Buffer) => (said = `${said}${chunk}`.slice(-20_000)))
    for (const until = Date.now() + START_MS; !(await isUp()); await sleep(LOOK_EVERY_MS)) {
      if (started.exitCode !== null || Date.now() > until) throw new Error(`the server did not start:\n${said}`)
    }
  }
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  if (starts) await start()
  return {
    base,
    folder,
    start,
    kill,
    /** The last it wrote to its log. */
    said: () => said,
    /** False once it ended, by itself or by a signal. */
    isAlive: () => child?.exitCode === null && child.signalCode === null,
    close: async () => {
      await kill()
      rmSync(folder, { recursive: true, force: true })
      rmSync(outfile, { force: true })
    },
  }
}
export type Server = Awaited<ReturnType<typeof openServer>>

export const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
