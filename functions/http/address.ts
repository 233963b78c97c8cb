import type { Context } from 'hono'
import type { AddressFrom, Env } from './deps'

type Socket = { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } }

/** What a client writes into these headers itself is never read: only the entry the trusted hop added. */
const ADDRESS: Record<AddressFrom, (c: Context<Env>) => string | undefined> = {
  socket: (c) => (c.env as Socket | undefined)?.incoming?.socket?.remoteAddress,
  proxy: (c) => c.req.header('x-forwarded-for')?.split(',').at(-1),
  platform: (c) => c.req.header('cf-connecting-ip') ?? c.req.header('x-real-ip'),
}

/** The block a request comes from, for counting: 203.0.113.0/24, or the first 48 bits of an IPv6 address. */
export const addressBlock = (c: Context<Env>) => blockOf(ADDRESS[c.var.deps.addressFrom](c)?.trim() ?? '')

export function blockOf(address: string) {
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(address)?.[1]
  if (v4) return `${v4}.0/24`
  if (!/^[\da-f:]+$/i.test(address) || !address.includes(':')) return 'unknown'
  const [head = '', tail = ''] = address.toLowerCase().split('::')
  const [left, right] = [head, tail].map((part) => (part === '' ? [] : part.split(':'))) as [string[], string[]]
  const all = [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return `${all
    .slice(0, 3)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':')}::/48`
}
