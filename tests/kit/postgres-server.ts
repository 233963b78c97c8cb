import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** A real PostgreSQL for the suite: the one TEST_DATABASE_URL names, or a throw-away server from binaries found on this machine. */
export async function startPostgres(): Promise<{ url: string; stop: () => void } | null> {
  const named = process.env.TEST_DATABASE_URL
  if (named) return { url: named, stop: () => {} }
  const bin = findBinaries()
  return bin === null ? null : throwAway(bin)
}

/** A server of its own, which a test may crash; null where the machine has no binaries. */
export async function ownPostgres() {
  const bin = findBinaries()
  return bin === null ? null : throwAway(bin)
}

/** The newest of Debian's places, else whatever is on the PATH. */
function findBinaries(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .map(Number)
        .filter((version) => version >= 15)
    : []
  const folders = [
    ...versions.sort((a, b) => b - a).map((version) => `${debian}/${version}/bin`),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'))) ?? null
}

async function throwAway(bin: string) {
  const folder = mkdtempSync(join(tmpdir(), 'wenming-pg-'))
  const port = await freePort()
  const run = asUser(folder)
  const data = join(folder, 'data')
  const stop = () => {
    run(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'])
    rmSync(folder, { recursive: true, force: true })
  }
  run(join(bin, 'initdb'), ['-D', data, '-U', 'wenming', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'])
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off -c max_connections=200`
  const start = () => run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-o', options, '-l', join(folder, 'log'), 'start'])
  /** As after a power cut: no process says good-bye, the log is replayed. Does not hold up whoever is at work meanwhile. */
  const crash = async () => {
    const args = ['-D', data, '-m', 'immediate', '-w', '-o', options, '-l', join(folder, 'log'), 'restart']
    const child = spawn(join(bin, 'pg_ctl'), args, { stdio: 'ignore', cwd: folder, ...whoOf() })
    const [code] = (await once(child, 'exit')) as [number]
    if (code !== 0) throw new Error('PostgreSQL did not come back')
  }
  if (start().status === 0) return { url: `postgres://wenming@127.0.0.1:${port}/postgres`, stop, crash, folder }
  stop()
  return null
}

/** PostgreSQL refuses to run as root: then it runs as somebody without rights, in a folder of theirs. */
function asUser(folder: string) {
  const who = whoOf()
  if ('uid' in who) own(folder)
  return (file: string, args: string[]) => spawnSync(file, args, { stdio: 'ignore', cwd: folder, ...who })
}

const whoOf = () => (process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {})

/** Gives a folder to whoever the server runs as. */
export function own(folder: string) {
  chmodSync(folder, 0o755)
  chownSync(folder, idOf('-u'), idOf('-g'))
}

function idOf(flag: '-u' | '-g') {
  for (const user of ['postgres', 'nobody']) {
    try {
      return Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    } catch {
      // Not every machine has that user; the next one is tried.
    }
  }
  return 65_534
}

export const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
