import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Target = 'h5' | 'weapp'

const SOURCES = ['miniapp/src', 'miniapp/config', 'shared']
const FILES = ['package-lock.json', 'miniapp/babel.config.cjs', 'miniapp/project.config.json']
const WAIT_MS = 240_000
const LOOK_EVERY_MS = 500

/** The folder of the built phone, building it first where it is older than its sources. One build at a time, whoever asks. */
export async function built(target: Target): Promise<string> {
  const folder = `miniapp/dist/${target}`
  const stamp = `${folder}.stamp`
  const wanted = hashOf()
  const fresh = () => existsSync(folder) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (fresh()) return folder
  const release = await lock(`${folder}.lock`)
  try {
    if (fresh()) return folder
    const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', `build:${target}`], {
      encoding: 'utf8',
      // The suite runs as a test; what it tests is what people get.
      env: { ...process.env, NODE_ENV: 'production' },
    })
    if (status !== 0 || !existsSync(join(folder, target === 'h5' ? 'index.html' : 'app.js'))) {
      throw new Error(`the ${target} build failed:\n${stdout.slice(-4000)}${stderr.slice(-4000)}`)
    }
    writeFileSync(stamp, wanted)
    return folder
  } finally {
    release()
  }
}

function hashOf() {
  const hash = createHash('sha256')
  for (const path of [...FILES, ...SOURCES.flatMap(filesOf)].sort()) hash.update(path).update(readFileSync(path))
  return hash.digest('hex')
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())

/** A folder is made or not made, never half: a lock between processes. One left behind by a killed run is broken. */
async function lock(path: string) {
  mkdirSync('miniapp/dist', { recursive: true })
  const until = Date.now() + WAIT_MS
  for (;;) {
    try {
      mkdirSync(path)
      return () => rmSync(path, { recursive: true, force: true })
    } catch {
      if (Date.now() > until || Date.now() - statSync(path).mtimeMs > WAIT_MS)
        rmSync(path, { recursive: true, force: true })
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    }
  }
}
