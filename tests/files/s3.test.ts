import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { s3Files } from '../../functions/outside/s3-files'

/** A bucket over HTTP that checks what a real one would: path, signature header, and that the body is the one that was signed. */
const held = new Map<string, Buffer>()
const refused: string[] = []
/** Whether the request carries a signature of our key and region over the body it brings. */
function isSound({ headers }: IncomingMessage, body: Buffer) {
  const { authorization = '' } = headers
  const signed = String(headers['x-amz-content-sha256'] ?? '')
  const isSigned =
    authorization.startsWith('AWS4-HMAC-SHA256 Credential=key/') && authorization.includes('/cn-north/s3/')
  return isSigned && (signed === 'UNSIGNED-PAYLOAD' || signed === createHash('sha256').update(body).digest('hex'))
}
const server = createServer(async (req, res) => {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const path = String(req.url)
  if (!isSound(req, body)) refused.push(`${req.method} ${path}`)
  if (path.includes('/broken')) return res.writeHead(403).end()
  if (req.method === 'PUT') held.set(path, body)
  if (req.method === 'DELETE') held.delete(path)
  const found = held.get(path)
  return res.writeHead(req.method !== 'GET' || found ? 200 : 404).end(req.method === 'GET' ? found : undefined)
})
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
afterAll(() => server.close())

const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const files = s3Files({ endpoint, bucket: 'photos', region: 'cn-north', accessKeyId: 'key', secretAccessKey: 'secret' })

test('a photo goes into the bucket under its key, comes back byte for byte, and is gone when removed', async () => {
  const bytes = Uint8Array.from({ length: 5000 }, (_, i) => i % 251)
  await files.put('photos/2026-06/f1', bytes, 'image/jpeg')
  expect([...held.keys()]).toEqual(['/photos/photos/2026-06/f1'])
  expect(await files.get('photos/2026-06/f1')).toEqual(bytes)
  await files.remove('photos/2026-06/f1')
  expect(await files.get('photos/2026-06/f1')).toBeNull()
  expect(refused).toEqual([])
})

test('a bucket that says no is an error, never a lost photo', async () => {
  await expect(files.put('broken/f2', new Uint8Array([1]), 'image/png')).rejects.toThrow('403')
})
