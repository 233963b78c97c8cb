import { LIMITS } from '../shared/kit/limits'
import { buildApp } from './app'
import { openNeon } from './db/neon'
import { ping } from './db/ping'
import type { Deps } from './http/deps'
import { tick } from './jobs/tick'
import { s3Direct, s3Files } from './outside/s3-files'
import { bucketOf, logsRequests, readSettings, secretsOf, versionOf } from './outside/settings'
import { openWechat } from './outside/wechat/open'

type Bindings = Readonly<Record<string, string | undefined>>
type Waiting = { waitUntil: (work: Promise<unknown>) => void }

/** The world outside as an edge isolate has it: Neon over HTTP, a bucket for the photos, no disk and no decoder. */
function edgeDeps(env: Bindings): Deps {
  const settings = readSettings({ NODE_ENV: 'production', ...env })
  if (settings.DATABASE_URL === '' || settings.S3_ENDPOINT === '')
    throw new Error('边缘部署要设置 DATABASE_URL 和 S3_ENDPOINT')
  const db = openNeon(settings.DATABASE_URL)
  const files = s3Files(bucketOf(settings))
  const world = {
    db,
    ...secretsOf(settings.SECRET, settings),
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    log: (line: Readonly<Record<string, unknown>>) => console.log(JSON.stringify(line, errorsByText)),
  }
  return {
    ...world,
    ...openWechat(settings, world).given,
    newSecret: () => base64url(crypto.getRandomValues(new Uint8Array(32))),
    files,
    direct: settings.S3_DIRECT ? s3Direct(bucketOf(settings)) : null,
    pictures: null,
    press: null,
    mailSecret: settings.MAIL_SECRET,
    certificateKey: settings.CERTIFICATE_KEY,
    addressFrom: 'platform',
    limits: LIMITS,
    isFactorRequired: settings.REQUIRE_TOTP,
    demo: settings.DEMO,
    logsRequests: logsRequests(settings),
    metrics: null,
    metricsToken: '',
    probes: { database: () => ping(db), files: () => files.get('readyz') },
    version: versionOf(settings),
  }
}

const errorsByText = (_name: string, value: unknown) =>
  value instanceof Error ? (value.stack ?? value.message) : value

const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

/** Built once an isolate: its settings do not change while it lives. */
let held: { env: Bindings; deps: Deps; app: ReturnType<typeof buildApp> } | undefined

function house(env: Bindings) {
  if (held?.env !== env) {
    const deps = edgeDeps(env)
    held = { env, deps, app: buildApp(deps) }
  }
  return held
}

export default {
  fetch: (request: Request, env: Bindings) => house(env).app.fetch(request),
  // Called on the context itself: a real isolate refuses the function without it.
  scheduled: (_event: unknown, env: Bindings, context: Waiting) => context.waitUntil(tick(house(env).deps)),
}
