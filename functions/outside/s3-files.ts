import { AwsClient, AwsV4Signer } from 'aws4fetch'
import type { DirectStore, FileStore } from '../http/deps'
import { StoreAway } from '../http/store-away'

export type Bucket = { endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string }

const TIMEOUT_MS = 15_000
const SERVICE = 's3'

const urlIn =
  ({ endpoint, bucket }: Bucket) =>
  (key: string) =>
    `${endpoint.replace(/\/$/, '')}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`

/** Sends a signed request; what does not answer, or answers with anything but yes and not there, passes. */
function sender({ accessKeyId, secretAccessKey, region }: Bucket) {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: SERVICE, retries: 2 })
  return async (url: string, init: RequestInit) => {
    const res = await client.fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch((err) => {
      throw new StoreAway(`object store did not answer to ${init.method}`, { cause: err })
    })
    if (res.ok || res.status === 404) return res
    throw new StoreAway(`object store answered ${res.status} to ${init.method}`)
  }
}

/** Photos in any S3-compatible bucket, addressed by path; the bucket itself stays private. */
export function s3Files(bucket: Bucket): FileStore {
  const [url, send] = [urlIn(bucket), sender(bucket)]
  return {
    put: async (key, bytes, mime) => {
      const res = await send(url(key), {
        method: 'PUT',
        body: bytes as Uint8Array<ArrayBuffer>,
        headers: { 'content-type': mime },
      })
      if (!res.ok) throw new StoreAway('object store has no such bucket')
    },
    get: async (key) => {
      const res = await send(url(key), { method: 'GET' })
      return res.ok ? new Uint8Array(await res.arrayBuffer()) : null
    },
    remove: async (key) => {
      await send(url(key), { method: 'DELETE' })
    },
  }
}

/** The same bucket for phones: links that are signed for one object, one verb and some minutes. */
export function s3Direct(bucket: Bucket): DirectStore {
  const { accessKeyId, secretAccessKey, region } = bucket
  const [url, send] = [urlIn(bucket), sender(bucket)]
  const link = async (method: 'GET' | 'PUT', key: string, seconds: number, headers: Record<string, string>) => {
    const signer = new AwsV4Signer({
      ...{ accessKeyId, secretAccessKey, region, service: SERVICE, method, headers },
      ...{ url: `${url(key)}?X-Amz-Expires=${seconds}`, signQuery: true, allHeaders: true },
    })
    return String((await signer.sign()).url)
  }
  return {
    origin: new URL(bucket.endpoint).origin,
    putLink: async (key, { mime, sizeBytes }, seconds) => ({
      // Signed with the length, which whoever sends the bytes states by itself: more of them are not taken.
      url: await link('PUT', key, seconds, { 'content-type': mime, 'content-length': String(sizeBytes) }),
      headers: { 'content-type': mime },
    }),
    getLink: (key, seconds) => link('GET', key, seconds, {}),
    read: async (key, bytesMax) => {
      const res = await send(url(key), { method: 'GET' })
      if (!res.ok) return null
      if (Number(res.headers.get('content-length') ?? Number.NaN) <= bytesMax)
        return new Uint8Array(await res.arrayBuffer())
      await res.body?.cancel()
      return 'too_large'
    },
  }
}
