import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Context } from 'hono'
import type { Env } from './deps'

type Document = { readonly text: string; readonly updated: Date; readonly type: string }

/** A public document that readers ask for again and again: unchanged, it is answered with 304 and no body. */
export function conditional(c: Context<Env>, { text, updated, type }: Document) {
  const etag = `"${bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32)}"`
  const kept = { etag, 'last-modified': updated.toUTCString(), 'cache-control': 'public, max-age=300' }
  return isKept(c, etag, updated) ? c.body(null, 304, kept) : c.body(text, 200, { ...kept, 'content-type': type })
}

/** The tag decides where one was sent; the date, which knows whole seconds only, decides alone otherwise. */
function isKept(c: Context<Env>, etag: string, updated: Date) {
  const tags = c.req.header('if-none-match')
  if (tags !== undefined) return tags === '*' || tags.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
  const since = Date.parse(c.req.header('if-modified-since') ?? '')
  return Math.floor(updated.getTime() / 1000) * 1000 <= since
}

/** Where the house is reached from outside; behind a proxy that ends TLS the scheme is what the proxy says. */
export function originOf(c: Context<Env>) {
  const url = new URL(c.req.url)
  if (c.req.header('x-forwarded-proto') === 'https') url.protocol = 'https:'
  return url.origin
}
