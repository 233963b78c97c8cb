import { AwsClient } from 'aws4fetch'
import type { FileStore } from '../http/deps'
import { StoreAway } from '../http/store-away'

export type Bucket = { endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string }

const TIMEOUT_MS = 15_000

/** Photos in any S3-compatible bucket, addressed by path; the bucket itself stays private. */
export function s3Files({ endpoint, bucket, region, accessKeyId, secretAccessKey }: Bucket): FileStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 })
  const url = (key: string) =>
    `${endpoint.replace(/\/$/, '')}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`
  const send = async (key: string, init: RequestInit) => {
    const res = await client.fetch(url(key), { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch((err) => {
      throw new StoreAway(`object store did not answer to ${init.method}`, { cause: err })
    })
    if (res.ok || res.status === 404) return res
    throw new StoreAway(`object store answered ${res.status} to ${init.method}`)
  }
  return {
    put: async (key, bytes, mime) => {
      const res = await send(key, {
        method: 'PUT',
        body: bytes as Uint8Array<ArrayBuffer>,
        headers: { 'content-type': mime },
      })
      if (!res.ok) throw new StoreAway('object store has no such bucket')
    },
    get: async (key) => {
      const res = await send(key, { method: 'GET' })
      return res.ok ? new Uint8Array(await res.arrayBuffer()) : null
    },
    remove: async (key) => {
      await send(key, { method: 'DELETE' })
    },
  }
}
