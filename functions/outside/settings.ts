import * as z from 'zod'
import { MessageTemplates } from '../../shared/notices/templates'
import type { Bucket } from './s3-files'

/** Everything a server reads from its environment, checked once at start; a wrong setting stops it with a sentence. */
const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1')
const EXAMPLE_SECRET = 'change-me-change-me-change-me-change-me'

/** JSON as text; what is no JSON is refused like any other wrong shape. */
const json = (text: string, ctx: z.RefinementCtx): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    ctx.addIssue({ code: 'custom' })
    return z.NEVER
  }
}

const Environment = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(8787),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  PAGES_DIR: z.string().default(''),
  DATABASE_URL: z.union([z.literal(''), z.string().regex(/^postgres(ql)?:\/\//)]).default(''),
  DATABASE_DRIVER: z.enum(['postgres', 'neon']).default('postgres'),
  SECRET: z.string().default(''),
  SECRET_OLD: z.string().default(''),
  DEMO: flag,
  WECHAT_APPID: z.string().default(''),
  WECHAT_SECRET: z.string().default(''),
  WECHAT_STATE: z.enum(['formal', 'trial', 'developer']).default('formal'),
  WECHAT_PUSH_TOKEN: z.union([z.literal(''), z.string().regex(/^[A-Za-z0-9]{3,32}$/)]).default(''),
  WECHAT_PUSH_KEY: z.union([z.literal(''), z.string().regex(/^[A-Za-z0-9]{43}$/)]).default(''),
  WECHAT_TEMPLATES: z
    .string()
    .default('{}')
    .transform((text) => text || '{}')
    .transform(json)
    .pipe(MessageTemplates),
  PUBLIC_URL: z
    .union([z.literal(''), z.url({ protocol: /^https?$/ })])
    .default('')
    .transform((url) => url.replace(/\/+$/, '')),
  S3_ENDPOINT: z.union([z.literal(''), z.url()]).default(''),
  S3_BUCKET: z.string().default(''),
  S3_REGION: z.string().default('auto'),
  S3_ACCESS_KEY_ID: z.string().default(''),
  S3_SECRET_ACCESS_KEY: z.string().default(''),
  S3_DIRECT: flag,
  MAIL_SECRET: z.string().default(''),
  CERTIFICATE_KEY: z
    .union([z.literal(''), z.string().regex(/^([\w-]{43}|MC4CAQAwBQYDK2VwBCIEI[\w-]{43})$/)])
    .default(''),
  TRUST_PROXY: flag,
  REQUIRE_TOTP: flag,
  LOG_REQUESTS: z.enum(['', '0', '1']).default(''),
  METRICS_TOKEN: z.union([z.literal(''), z.string().min(16)]).default(''),
  VERSION: z.string().max(80).default(''),
  npm_package_version: z.string().default(''),
})
export type Settings = z.output<typeof Environment>

const HOW: Readonly<Record<string, string>> = {
  PORT: '要是 1 到 65535 的端口号',
  DATABASE_URL: '要以 postgres:// 开头，或留空使用内置数据库',
  DATABASE_DRIVER: '只能是 postgres 或 neon',
  DEMO: '只能是 0 或 1',
  WECHAT_STATE: '只能是 formal、trial 或 developer',
  WECHAT_PUSH_TOKEN: '要是 3 到 32 个字母或数字，和小程序后台填的一样',
  WECHAT_PUSH_KEY: '要是小程序后台的 EncodingAESKey，43 个字母或数字',
  WECHAT_TEMPLATES: '要是 JSON，例如 {"progress":{"id":"模板编号","fields":{"thing1":"title","time2":"at"}}}',
  PUBLIC_URL: '要是微信能打开的网址，例如 https://wm.example.gov.cn',
  CERTIFICATE_KEY: '要是 Ed25519 私钥：32 字节种子或 PKCS8，用 base64url 写',
  TRUST_PROXY: '只能是 0 或 1',
  REQUIRE_TOTP: '只能是 0 或 1',
  S3_DIRECT: '只能是 0 或 1',
  LOG_REQUESTS: '只能是 0 或 1',
  METRICS_TOKEN: '至少 16 个字符，或留空不开放指标',
  S3_ENDPOINT: '要是对象存储的 https 地址，或留空把照片存在 DATA_DIR',
}

export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const read = Environment.safeParse(env)
  if (!read.success) {
    const names = [...new Set(read.error.issues.map(({ path }) => String(path[0])))]
    throw new Error(names.map((name) => `配置 ${name} ${HOW[name] ?? '有误'}`).join('；'))
  }
  const wrong = mistakes(read.data)
  if (wrong.length > 0) throw new Error(wrong.join('；'))
  return read.data
}

/** What is fine on a laptop and never in production, and what does not go together. */
const mistakes = (settings: Settings) =>
  [...secretRules(settings), ...otherRules(settings)].filter(([is]) => is).map(([, zh]) => zh)

type Rule = readonly [boolean, string]

function secretRules({ NODE_ENV, SECRET, SECRET_OLD, MAIL_SECRET, CERTIFICATE_KEY }: Settings): Rule[] {
  const isProduction = NODE_ENV === 'production'
  return [
    [isProduction && SECRET.length < 32, '生产环境要设置 SECRET，至少 32 个字符'],
    [isProduction && SECRET === EXAMPLE_SECRET, '生产环境的 SECRET 不能用示例里的值'],
    [SECRET !== '' && SECRET.length < 32, 'SECRET 至少 32 个字符'],
    [SECRET_OLD !== '' && SECRET_OLD.length < 32, 'SECRET_OLD 是换下来的旧密钥，至少 32 个字符'],
    [SECRET_OLD !== '' && SECRET === '', '设置 SECRET_OLD 时也要设置新的 SECRET'],
    [SECRET_OLD !== '' && SECRET_OLD === SECRET, 'SECRET_OLD 要填换下来的旧密钥，不能和 SECRET 一样'],
    [MAIL_SECRET !== '' && MAIL_SECRET.length < 32, 'MAIL_SECRET 至少 32 个字符'],
    [MAIL_SECRET !== '' && MAIL_SECRET === SECRET, 'MAIL_SECRET 不能和 SECRET 一样'],
    [CERTIFICATE_KEY !== '' && CERTIFICATE_KEY === SECRET, 'CERTIFICATE_KEY 不能和 SECRET 一样'],
  ]
}

function otherRules(settings: Settings): Rule[] {
  const { NODE_ENV, DEMO, WECHAT_APPID, WECHAT_SECRET, WECHAT_PUSH_TOKEN, WECHAT_PUSH_KEY } = settings
  const { S3_ENDPOINT, S3_BUCKET, S3_DIRECT } = settings
  const isProduction = NODE_ENV === 'production'
  return [
    [isProduction && DEMO, '生产环境不能开启演示模式：请去掉 DEMO=1'],
    [isProduction && WECHAT_APPID === '', '生产环境要设置 WECHAT_APPID 和 WECHAT_SECRET'],
    [(WECHAT_APPID === '') !== (WECHAT_SECRET === ''), 'WECHAT_APPID 和 WECHAT_SECRET 要一起设置'],
    [WECHAT_PUSH_KEY !== '' && WECHAT_PUSH_TOKEN === '', '设置 WECHAT_PUSH_KEY 时也要设置 WECHAT_PUSH_TOKEN'],
    [(S3_ENDPOINT === '') !== (S3_BUCKET === ''), 'S3_ENDPOINT 和 S3_BUCKET 要一起设置'],
    [S3_DIRECT && S3_ENDPOINT === '', 'S3_DIRECT=1 要先设置 S3_ENDPOINT 和 S3_BUCKET'],
  ]
}

/** The secret that makes what is new, and all that open: the former one goes on opening until it is dropped. */
export const secretsOf = (secret: string, { SECRET_OLD }: Settings) => ({
  secret,
  secrets: SECRET_OLD === '' ? [secret] : [secret, SECRET_OLD],
})

/** The bucket of the settings. */
export const bucketOf = (settings: Settings): Bucket => ({
  endpoint: settings.S3_ENDPOINT,
  bucket: settings.S3_BUCKET,
  region: settings.S3_REGION,
  accessKeyId: settings.S3_ACCESS_KEY_ID,
  secretAccessKey: settings.S3_SECRET_ACCESS_KEY,
})

export const versionOf = ({ VERSION, npm_package_version }: Settings) => VERSION || npm_package_version || 'unknown'

/** In production every request leaves a line, since the law wants them kept for six months; on a laptop they would only be in the way. */
export const logsRequests = ({ LOG_REQUESTS, NODE_ENV }: Settings) =>
  LOG_REQUESTS === '' ? NODE_ENV === 'production' : LOG_REQUESTS === '1'
