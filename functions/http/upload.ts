import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import type { Endpoint } from '../../shared/kit/endpoint'
import type { Actor } from '../../shared/people/roles'
import type { Send } from '../db/sends'
import { clean } from './clean'
import type { Deps, Env } from './deps'
import { enter } from './door'
import { limited } from './limited'
import { identify, parse, sourceOf } from './mount'
import { hashOf, once } from './once'
import { fail } from './refused'

type Call<P, B> = {
  readonly deps: Deps
  readonly actor: Actor
  readonly params: P
  readonly body: B
  readonly bytes: Uint8Array
}
type Handle<T, R extends z.ZodType> = (call: T) => Promise<z.input<R>>
type Take<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = Handle<
  Call<z.output<P>, z.output<B>> & { readonly send: Send },
  R
>
type Again<R extends z.ZodType> = Handle<{ readonly deps: Deps; readonly actor: Actor; readonly subjectId: string }, R>

/** What is taken, as a person calls it, and how much of it. */
export type Taken = { readonly bytesMax: number; readonly zh: string; readonly tooLargeZh: string }

/** Mounts an endpoint that takes one file and writes: the person first, then the size, then the bytes. */
export const mountUpload =
  (app: Hono<Env>, taken: Taken) =>
  <P extends z.ZodType, B extends z.ZodType<{ key: string }>, R extends z.ZodType>(
    e: Endpoint<P, B, R>,
    handle: Take<P, B, R>,
    again: Again<R>,
  ) =>
    onFile(app, taken, e, async (c, call) => {
      const { key } = call.body
      const { params, body, bytes, actor } = call
      const bodyHash = hashOf({ params, body, file: [...(await digest(bytes))] })
      const send = { personId: actor.id, key, op: `${e.verb} ${e.path}`, bodyHash, ...sourceOf(c) }
      const look = async () => (await identify(c, key))?.sent ?? null
      return once(send, await look(), {
        look,
        first: () => handle({ ...call, send }),
        again: (subjectId) => again({ deps: c.var.deps, actor, subjectId }),
      })
    })

/** Mounts an endpoint that reads one file and writes nothing. */
export const mountReading =
  (app: Hono<Env>, taken: Taken) =>
  <P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    e: Endpoint<P, B, R>,
    handle: Handle<Call<z.output<P>, z.output<B>>, R>,
  ) =>
    onFile(app, taken, e, (_c, call) => handle(call))

function onFile<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  app: Hono<Env>,
  taken: Taken,
  e: Endpoint<P, B, R>,
  work: (c: Context<Env>, call: Call<z.output<P>, z.output<B>>) => Promise<z.input<R>>,
) {
  const limit = bodyLimit({
    maxSize: taken.bytesMax + 64 * 1024,
    onError: () => fail('too_large', taken.tooLargeZh, 'file'),
  })
  app.on(e.verb, e.path, async (c) => {
    const actor = await enter(c, e, await identify(c, null))
    const answer = await limited(c, limit, async () => {
      const params = parse(e.params, clean(c.req.param()))
      const { bytes, fields } = await readForm(c, taken)
      return work(c, { deps: c.var.deps, actor, params, body: parse(e.body, clean(fields)), bytes })
    })
    return c.json(e.reply.parse(answer) as object)
  })
}

async function readForm(c: Context<Env>, { zh }: Taken) {
  if (!/^multipart\/form-data\b/i.test(c.req.header('content-type') ?? ''))
    return fail('unsupported', `请以表单上传${zh}`)
  const form = await c.req.formData().catch(() => fail('malformed', `${zh}没有传完整，请重试`, 'file'))
  const fields: Record<string, unknown> = {}
  form.forEach((value, name) => {
    if (name !== 'file') fields[name] = value
  })
  const file = form.get('file')
  if (!(file instanceof Blob) || file.size === 0) return fail('malformed', `请选择${zh}`, 'file')
  return { bytes: new Uint8Array(await file.arrayBuffer()), fields }
}

const digest = async (bytes: Uint8Array) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
