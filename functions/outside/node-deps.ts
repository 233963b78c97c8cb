import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LIMITS } from '../../shared/kit/limits'
import { databaseClock } from '../db/clock'
import { openNeon } from '../db/neon'
import { openPglite } from '../db/pglite'
import { ping } from '../db/ping'
import { openPostgres, type Use } from '../db/postgres'
import type { OpenDb } from '../db/types'
import type { Deps } from '../http/deps'
import { diskFiles } from './disk-files'
import { logLine } from './log'
import { nodeMetrics } from './metrics'
import { press } from './press/press'
import { s3Direct, s3Files } from './s3-files'
import { bucketOf, logsRequests, type Settings, secretsOf, versionOf } from './settings'
import { sharpPictures } from './sharp-pictures'
import { openWechat } from './wechat/open'
import type { FakeWechat } from './wechat-fake/server'

/** The world outside as Node has it. */
export async function nodeDeps(
  settings: Settings,
  migrationsFolder: string,
  use: Use = 'requests',
): Promise<{ deps: Deps; fake: FakeWechat | null; close: OpenDb['close'] }> {
  const { DATA_DIR, DEMO, SECRET, MAIL_SECRET } = settings
  const isProduction = settings.NODE_ENV === 'production'
  mkdirSync(DATA_DIR, { recursive: true })
  const { db, close } = await openDb(settings, migrationsFolder, use)
  const clock = await databaseClock(db)
  const files = filesOf(settings)
  const held = secretsOf(SECRET || ownSecret(join(DATA_DIR, 'secret')), settings)
  const world = { db, ...held, now: clock.now, newId: () => randomUUID(), log: logLine }
  const { given, fake } = openWechat(settings, world)
  const deps: Deps = {
    ...world,
    ...given,
    newSecret: () => randomBytes(32).toString('base64url'),
    files,
    direct: settings.S3_DIRECT ? s3Direct(bucketOf(settings)) : null,
    pictures: sharpPictures,
    press,
    mailSecret: MAIL_SECRET,
    certificateKey: settings.CERTIFICATE_KEY || (isProduction ? '' : ownSecret(join(DATA_DIR, 'certificate-key'))),
    addressFrom: settings.TRUST_PROXY ? 'proxy' : 'socket',
    limits: LIMITS,
    isFactorRequired: settings.REQUIRE_TOTP,
    demo: DEMO,
    logsRequests: logsRequests(settings),
    metrics: nodeMetrics(),
    metricsToken: settings.METRICS_TOKEN,
    probes: { database: () => ping(db), files: () => files.get('readyz') },
    version: versionOf(settings),
  }
  const stop = () => {
    clock.stop()
    return close()
  }
  return { deps, fake, close: stop }
}

async function openDb(
  { DATABASE_URL, DATABASE_DRIVER, DATA_DIR }: Settings,
  migrationsFolder: string,
  use: Use,
): Promise<OpenDb> {
  if (DATABASE_URL === '') return openPglite(join(DATA_DIR, 'pg'), migrationsFolder)
  // Neon speaks ordinary Postgres too, which is how it is migrated.
  const postgres = await openPostgres(DATABASE_URL, migrationsFolder, use).catch((err: Error) => {
    throw new Error(`连不上或打不开 DATABASE_URL 指的数据库：${err.message}`)
  })
  if (DATABASE_DRIVER === 'postgres') return postgres
  await postgres.close()
  return { db: openNeon(DATABASE_URL), close: async () => {} }
}

const filesOf = (settings: Settings) =>
  settings.S3_ENDPOINT === '' ? diskFiles(join(settings.DATA_DIR, 'files')) : s3Files(bucketOf(settings))

/** On a laptop every data folder has its own secret, made at its first start. */
function ownSecret(path: string) {
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(path, 'utf8').trim()
}
