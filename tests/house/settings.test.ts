import { expect, test } from 'vitest'
import { readSettings, secretsOf } from '../../functions/outside/settings'

const PRODUCTION = { NODE_ENV: 'production', SECRET: 's'.repeat(40), WECHAT_APPID: 'wx1', WECHAT_SECRET: 'x' }

test('a newcomer needs no settings at all', () => {
  expect(readSettings({})).toMatchObject({ PORT: 8787, DATABASE_URL: '', DEMO: false, S3_ENDPOINT: '' })
})

test('production starts with real settings', () => {
  expect(readSettings(PRODUCTION)).toMatchObject({ NODE_ENV: 'production', DEMO: false })
})

test('the former secret goes on opening, and makes nothing', () => {
  const settings = readSettings({ ...PRODUCTION, SECRET_OLD: 'o'.repeat(40) })
  expect(secretsOf(settings.SECRET, settings)).toEqual({
    secret: PRODUCTION.SECRET,
    secrets: [PRODUCTION.SECRET, 'o'.repeat(40)],
  })
  expect(secretsOf('own', readSettings({})).secrets).toEqual(['own'])
})

test.each([
  ['the demo', { DEMO: '1' }, '演示模式'],
  ['no secret', { SECRET: '' }, 'SECRET'],
  ['a short secret', { SECRET: 'short' }, 'SECRET'],
  ['the example’s secret', { SECRET: 'change-me-change-me-change-me-change-me' }, '示例'],
  ['no WeChat', { WECHAT_APPID: '', WECHAT_SECRET: '' }, 'WECHAT_APPID'],
])('production refuses to start with %s', (_name, more, word) => {
  expect(() => readSettings({ ...PRODUCTION, ...more })).toThrow(word)
})

test.each([
  ['PORT', { PORT: 'eighty' }],
  ['PORT', { PORT: '70000' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://root@localhost/x' }],
  ['DATABASE_DRIVER', { DATABASE_DRIVER: 'oracle' }],
  ['DEMO', { DEMO: 'yes' }],
  ['S3_ENDPOINT', { S3_ENDPOINT: 'not a url' }],
  ['S3_BUCKET', { S3_ENDPOINT: 'https://cos.example.cn' }],
  ['WECHAT_SECRET', { WECHAT_APPID: 'wx1' }],
  ['SECRET', { SECRET: 'too short' }],
  ['SECRET_OLD', { SECRET: 's'.repeat(40), SECRET_OLD: 'too short' }],
  ['SECRET_OLD', { SECRET: 's'.repeat(40), SECRET_OLD: 's'.repeat(40) }],
  ['SECRET_OLD', { SECRET_OLD: 's'.repeat(40) }],
  ['S3_DIRECT', { S3_DIRECT: 'yes' }],
  ['S3_DIRECT', { S3_DIRECT: '1' }],
  ['CERTIFICATE_KEY', { CERTIFICATE_KEY: 'too short' }],
  ['CERTIFICATE_KEY', { CERTIFICATE_KEY: 'k'.repeat(43), SECRET: 'k'.repeat(43) }],
  ['WECHAT_STATE', { WECHAT_STATE: 'beta' }],
  ['WECHAT_PUSH_TOKEN', { WECHAT_PUSH_TOKEN: 'a b' }],
  ['WECHAT_PUSH_KEY', { WECHAT_PUSH_TOKEN: 'AAAAA', WECHAT_PUSH_KEY: 'short' }],
  ['WECHAT_PUSH_TOKEN', { WECHAT_PUSH_KEY: 'A'.repeat(43) }],
  ['WECHAT_TEMPLATES', { WECHAT_TEMPLATES: 'no json' }],
  ['WECHAT_TEMPLATES', { WECHAT_TEMPLATES: '{"progress":{"id":"x","fields":{"word1":"title"}}}' }],
  ['WECHAT_TEMPLATES', { WECHAT_TEMPLATES: '{"unheard":{"id":"x","fields":{"thing1":"title"}}}' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'ftp://x' }],
  ['TRUST_PROXY', { TRUST_PROXY: 'yes' }],
  ['MAIL_SECRET', { MAIL_SECRET: 'too short' }],
  ['MAIL_SECRET', { MAIL_SECRET: 's'.repeat(40), SECRET: 's'.repeat(40) }],
])('a wrong %s is named in a Chinese sentence', (name, env) => {
  expect(() => readSettings(env)).toThrow(name)
  expect(() => readSettings(env)).toThrow(/[\u4e00-\u9fff]/)
})
