import { spawn } from 'node:child_process'
import { createHash, createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, request } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { freePort } from './postgres-server'
import { sleep } from './server'

const ACCESS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

const CORS = { 'access-control-allow-methods': 'GET, PUT', 'access-control-allow-headers': 'content-type' }

/**
 * s3rver from the registry, a process of its own with one private bucket in a folder. It keeps objects and terms as S3 does, but does not
 * compute signatures of version 4: a gate before it does, and lets nobody in without one.
 */
export async function openBucket() {
  const folder = mkdtempSync(join(tmpdir(), 'wenming-bucket-'))
  const port = await freePort()
  const program = join(dirname(createRequire(import.meta.url).resolve('s3rver/package.json')), 'bin/s3rver.js')
  const args = ['-d', folder, '-a', '127.0.0.1', '-p', String(port), '-s', '--no-vhost-buckets']
  const child = spawn(process.execPath, [program, ...args, '--configure-bucket', 'photos'], { stdio: 'ignore' })
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}`).then(
      () => true,
      () => false,
    )
  for (let i = 0; i < 400 && !(await isUp()); i++) await sleep(50)
  let isDown = false
  const gate = createServer(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    if (isDown) return void res.writeHead(503).end()
    // The rule of the deploy guide: pages may read and put, with a type.
    res.setHeader('access-control-allow-origin', '*')
    if (req.method === 'OPTIONS') return void res.writeHead(204, CORS).end()
    if (!isSigned(req, body)) return void res.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>')
    const { method, url: path, headers } = req
    const passed = request({ host: '127.0.0.1', port, method, path, headers }, (from) => {
      res.writeHead(from.statusCode ?? 502, from.headers)
      from.pipe(res)
    })
    passed.on('error', () => res.destroy()).end(body)
  })
  await new Promise<void>((listening) => gate.listen(0, '127.0.0.1', listening))
  return {
    settings: {
      ...{ endpoint: `http://127.0.0.1:${(gate.address() as AddressInfo).port}`, bucket: 'photos', region: 'cn-north' },
      ...ACCESS,
    },
    goDown: (is: boolean) => {
      isDown = is
    },
    close: () => {
      gate.close()
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** 20260615T020000Z */
const momentOf = (text: string) => Date.parse(text.replace(/^(.{4})(..)(..T..)(..)/, '$1-$2-$3:$4:'))

/** AWS Signature Version 4 as its documentation says it: in the header, over the body as well, or in the query of a signed link. */
function isSigned({ method = '', url = '', headers }: IncomingMessage, body: Buffer) {
  const at = new URL(url, 'http://s3')
  const said = new Map(
    [...String(headers.authorization ?? '').matchAll(/(Credential|SignedHeaders|Signature)=([^,\s]+)/g)].map(
      ([, name, value]) => [name, value],
    ),
  )
  const word = (name: string) => at.searchParams.get(`X-Amz-${name}`) ?? said.get(name) ?? ''
  const [date, region, service] = word('Credential').split('/').slice(1)
  const moment = at.searchParams.get('X-Amz-Date') ?? String(headers['x-amz-date'] ?? '')
  const names = word('SignedHeaders').split(';')
  const payload = String(headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD')
  const query = [...at.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&')
  const lines = names.map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`).join('')
  const canonical = [method, at.pathname, query, lines, names.join(';'), payload].join('\n')
  const scope = `${date}/${region}/${service}/aws4_request`
  const toSign = `AWS4-HMAC-SHA256\n${moment}\n${scope}\n${sha256(canonical)}`
  const key = [region, service, 'aws4_request'].reduce<Buffer>(
    (from, part) => hmac(from, part ?? ''),
    hmac(`AWS4${ACCESS.secretAccessKey}`, date ?? ''),
  )
  const expires = at.searchParams.get('X-Amz-Expires')
  if (expires !== null && Date.now() > momentOf(moment) + Number(expires) * 1000) return false
  const isWhole = payload === 'UNSIGNED-PAYLOAD' || payload === sha256(body)
  return isWhole && hmac(key, toSign).toString('hex') === word('Signature')
}
