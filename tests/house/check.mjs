/** `npm run check`: every law of the house that a machine can hold, one after another; the first line of each says which. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const CHECKS = [
  ['types: shared, schema', 'tsc', '-p', '.'],
  ['types: functions', 'tsc', '-p', 'functions'],
  ['types: miniapp', 'tsc', '-p', 'miniapp'],
  ['types: tests', 'tsc', '-p', 'tests'],
  ['format and lint', 'biome', 'check', '--config-path', 'tests/house/lint.json', '--error-on-warnings', '.'],
  ['rooms', 'depcruise', '--config', 'tests/house/rooms.cjs', 'shared', 'schema', 'functions', 'miniapp/src', 'tests'],
  ['needless code', 'knip', '--config', 'tests/house/knip.json'],
]

let failed = 0
for (const [name, tool, ...args] of CHECKS) {
  const from = performance.now()
  const { status, stdout, stderr } = spawnSync(`node_modules/.bin/${tool}`, args, {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (status === 0) continue
  failed++
  console.log(stdout + stderr)
}
const LINES_MAX = 200
/** Tables of data are exempt: seeds and drawings. */
const DATA = /^schema\/(seed|migrations)\/|^miniapp\/src\/(ui\/icons|.*scenes?)/
const tracked = spawnSync('git', ['ls-files', '*.ts', '*.tsx'], { encoding: 'utf8' }).stdout.split('\n').filter(Boolean)
const long = tracked
  .filter((path) => !DATA.test(path) && !path.startsWith('tests/'))
  .map((path) => [path, readFileSync(path, 'utf8').split('\n').length])
  .filter(([, lines]) => lines > LINES_MAX)
console.log(`${long.length === 0 ? '✓' : '✗'} files of at most ${LINES_MAX} lines`)
for (const [path, lines] of long) console.log(`  ${path}: ${lines}`)

process.exit(failed === 0 && long.length === 0 ? 0 : 1)
