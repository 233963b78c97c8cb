import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Target = 'h5' | 'weapp'

const SOURCES = ['miniapp/src', 'miniapp/config', 'shared']
const FILES = ['package-lock.json', 'miniapp/babel.config.cjs', 'miniapp/project.config.json']
const FIRST_FILE: Record<Target, string> = { h5: 'index.html', weapp: 'app.js' }
const WAIT_MS = 240_000
const LOOK_EVERY_MS = 500

/** The folder of the built phone, building it first where it is older than its sources. One build at a time, whoever asks. */
export async function built(target: Target, say: (line: string) => void = () => {}): Promise<string> {
  const folder = `miniapp/dist/${target}`
  const stamp = `${folder}.stamp`
  const wanted = hashOf()
  const isFresh = () =>
    existsSync(join(folder, FIRST_FILE[target])) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (isFresh()) return folder
  const release = await lock(`${folder}.lock`)
  try {
    if (isFresh()) return folder
    say(`正在构建 ${target} 页面，首次约需半分钟`)
    await build(target)
    if (!existsSync(join(folder, FIRST_FILE[target]))) throw new Error(`构建 ${target} 没有产出页面`)
    writeFileSync(stamp, wanted)
    return folder
  } finally {
    release()
  }
}

const build = (target: Target) =>
  new Promise<void>((done, failed) => {
    // What is tested and served is what people get: always the production build.
    const env = { ...process.env, NODE_ENV: 'production' }
    const child = spawn('npm', ['run', '--silent', `build:${target}`], { env, shell: process.platform === 'win32' })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (said = `${said}${chunk}`.slice(-8_000)))
    child.on('error', failed)
    child.on('close', (code) => (code === 0 ? done() : failed(new Error(`构建 ${target} 失败：\n${said}`))))
  })

function hashOf() {
  const hash = createHash('sha256')
  for (const path of [...FILES, ...SOURCES.flatMap(filesOf)].sort()) hash.update(path).update(readFileSync(path))
  return hash.update(process.env.TARO_APP_API ?? '').digest('hex')
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
      if (Date.now() > until || ageMs(path) > WAIT_MS) rmSync(path, { recursive: true, force: true })
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    }
  }
}

const ageMs = (path: string) => (existsSync(path) ? Date.now() - statSync(path).mtimeMs : 0)
