import { photoStore } from '../device/photo-store.h5'
import type { Put } from './put'

const TIMEOUT_MS = 60_000

export async function bytesOf(ref: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const blob = await photoStore.get(ref)
  return blob && new Uint8Array(await blob.arrayBuffer())
}

export async function putBytes({ url, headers }: Put, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), TIMEOUT_MS)
  try {
    return (await fetch(url, { method: 'PUT', headers: { ...headers }, body: bytes, signal: late.signal })).ok
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
