import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import type { Endpoint } from '../../shared/kit/endpoint'
import type { Deps, Env } from './deps'
import { limited } from './limited'
import { fail } from './refused'

type Thing = {
  readonly bytesMax: number
  readonly tooLargeZh: string
  readonly shutZh: string
  readonly header: string
}

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** Takes the time of the whole comparison whatever is wrong. */
async function isSigned(secret: string, signature: string, bytes: Uint8Array<ArrayBuffer>) {
  const hex = /^(?:sha256=)?([0-9a-f]{64})$/i.exec(signature)?.[1]
  if (hex === undefined) return false
  const given = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), given, false, ['verify'])
  return crypto.subtle.verify('HMAC', key, bytesOf(hex), bytes)
}

/** Mounts an endpoint for a machine that signs the bytes it brings: the size, then the signature, then what is in them. */
export const mountSigned =
  (app: Hono<Env>, { bytesMax, tooLargeZh, shutZh, header }: Thing, secretOf: (deps: Deps) => string) =>
  <R extends z.ZodType>(
    e: Endpoint<z.ZodType, z.ZodType, R>,
    handle: (deps: Deps, bytes: Uint8Array) => Promise<z.input<R>>,
  ) => {
    const limit = bodyLimit({ maxSize: bytesMax, onError: () => fail('too_large', tooLargeZh) })
    app.on(e.verb, e.path, async (c) => {
      const { deps } = c.var
      const secret = secretOf(deps)
      if (secret === '') return fail('forbidden', shutZh)
      const signature = c.req.header(header) ?? fail('forbidden', `缺少签名 ${header}`)
      const answer = await limited(c, limit, async () => {
        const bytes = new Uint8Array(await c.req.arrayBuffer())
        if (!(await isSigned(secret, signature, bytes))) return fail('forbidden', '签名不对')
        return handle(deps, bytes)
      })
      return c.json(e.reply.parse(answer) as object)
    })
  }
