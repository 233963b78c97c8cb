import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import type { Endpoint } from '../../shared/kit/endpoint'
import { deviceZh } from '../../shared/people/devices'
import type { Actor } from '../../shared/people/roles'
import type { Send } from '../db/sends'
import { addressBlock } from './address'
import { clean } from './clean'
import type { Deps, Env } from './deps'
import { enter } from './door'
import { limited } from './limited'
import { hashOf, once } from './once'
import { fail, Refused } from './refused'

type Call<P, B> = {
  readonly deps: Deps
  readonly actor: Actor
  readonly token: string
  /** The block of addresses it comes from, for counting. */
  readonly address: string
  /** As its owner would call it. */
  readonly device: string
  readonly params: P
  readonly body: B
}
/** A write also carries what its sender sent, for the statement that records it. */
type Write<B> = B extends { key: string } ? { readonly send: Send } : unknown
type Handle<P, B, R> = (call: Call<P, B> & Write<B>) => Promise<R>
/** How to answer a resend: by the subject the first send made or moved. */
type Again<P, B, R> = (call: Call<P, B> & { readonly subjectId: string }) => Promise<R>

const JSON_LIMIT = bodyLimit({ maxSize: 256 * 1024, onError: () => fail('too_large', '提交的内容太大') })

/** Mounts endpoints: who, parse, call, narrow. An endpoint whose body has a key must say how a resend is answered. */
export const mount =
  (app: Hono<Env>) =>
  <P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    e: Endpoint<P, B, R>,
    handle: Handle<z.output<P>, z.output<B>, z.input<R>>,
    ...[again]: z.output<B> extends { key: string } ? [again: Again<z.output<P>, z.output<B>, z.input<R>>] : []
  ) => {
    app.on(e.verb, e.path, async (c) => {
      const raw = await readRaw(c, e.verb)
      const key = keyOf(raw)
      const who = await identify(c, key)
      const actor = await enter(c, e, who)
      if (raw instanceof Refused) throw raw
      const params = parse(e.params, clean(c.req.param()))
      const body = parse(e.body, clean(raw))
      const [address, device] = [addressBlock(c), deviceZh(c.req.header('user-agent') ?? '')]
      const call = { deps: c.var.deps, actor, token: tokenOf(c), address, device, params, body }
      if (key === null || again === undefined) {
        return reply(c, e.reply, await handle(call as Parameters<typeof handle>[0]))
      }
      const send = {
        personId: actor.id,
        key,
        op: `${e.verb} ${e.path}`,
        bodyHash: hashOf({ params, body }),
        ...sourceOf(c),
      }
      const answer = await once(send, who?.sent ?? null, {
        look: async () => (await identify(c, key))?.sent ?? null,
        first: () => handle({ ...call, send } as Parameters<typeof handle>[0]),
        again: (subjectId) => again({ ...call, subjectId }),
      })
      return reply(c, e.reply, answer)
    })
  }

/** Nothing leaves that the contract does not name. */
const reply = <R extends z.ZodType>(c: Context<Env>, schema: R, answer: z.input<R>) =>
  c.json(schema.parse(answer) as object)

const tokenOf = (c: Context<Env>) => /^Bearer ([\w-]{16,128})$/.exec(c.req.header('authorization') ?? '')?.[1] ?? ''

export const identify = (c: Context<Env>, key: string | null) => {
  const token = tokenOf(c)
  return token === '' ? null : c.var.whoIs(token, key)
}

export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const read = schema.safeParse(input)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  const zh = issue && /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : '提交的内容有误，请检查后再试'
  return fail('malformed', zh, issue?.path.map(String).join('.') || undefined)
}

/** Where a send came from and under which number it is answered. */
export const sourceOf = (c: Context<Env>) => ({ address: addressBlock(c), requestId: c.var.requestId })

/** What was sent, or the refusal to read it: thrown only once the person is known. */
const readRaw = async (c: Context<Env>, verb: string): Promise<unknown> =>
  verb === 'GET' ? c.req.query() : readJson(c).catch((err: unknown) => err)

async function readJson(c: Context<Env>): Promise<unknown> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return fail('unsupported', '请以 JSON 提交')
  if (c.req.header('content-encoding')) return fail('unsupported', '请不要压缩提交的内容')
  const text = (await limited(c, JSON_LIMIT, () => c.req.text())) ?? ''
  try {
    return JSON.parse(text)
  } catch {
    return fail('malformed', '提交的内容不完整，请重试')
  }
}

const keyOf = (raw: unknown) => {
  const key = typeof raw === 'object' && raw !== null && 'key' in raw ? raw.key : null
  return typeof key === 'string' && /^[\w-]{36}$/.test(key) ? key : null
}
