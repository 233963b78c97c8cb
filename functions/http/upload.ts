import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import type { Endpoint } from '../../shared/kit/endpoint'
import { type Actor, NOBODY } from '../../shared/people/roles'
import type { Send } from '../db/sends'
import type { Deps, Env } from './deps'
import { admit, identify, parse } from './mount'
import { hashOf, once } from './once'
import { fail } from './refused'

type Upload = { readonly deps: Deps; readonly actor: Actor; readonly bytes: Uint8Array; readonly send: Send }
type Resend = { readonly deps: Deps; readonly actor: Actor; readonly subjectId: string }
type Handle<T, R extends z.ZodType> = (call: T) => Promise<z.input<R>>
type AnyUpload<R extends z.ZodType> = Endpoint<z.ZodType, z.ZodType<{ key: string }>, R>

/** What is sent, in the sentences of a refusal. */
type Thing = { readonly maxBytes: number; readonly zh: string; readonly tooLargeZh: string }

/** Mounts an endpoint that takes one file: the person first, then the size, then the bytes. */
export const mountUpload =
  (app: Hono<Env>, thing: Thing) =>
  <R extends z.ZodType>(e: AnyUpload<R>, handle: Handle<Upload, R>, again: Handle<Resend, R>) => {
    const limit = bodyLimit({
      maxSize: thing.maxBytes + 64 * 1024,
      onError: () => fail('too_large', thing.tooLargeZh, 'file'),
    })
    app.on(e.verb, e.path, async (c) => {
      const actor = admit(e.who, (await identify(c, null))?.actor ?? NOBODY)
      const answer = await limited(c, limit, async () => {
        const { bytes, fields } = await readForm(c, thing)
        const { key } = parse(e.body, fields)
        const op = `${e.verb} ${e.path}`
        const send = { personId: actor.id, key, op, bodyHash: hashOf([...(await digest(bytes))]) }
        const look = async () => (await identify(c, key))?.sent ?? null
        return once(send, await look(), {
          look,
          first: () => handle({ deps: c.var.deps, actor, bytes, send }),
          again: (subjectId) => again({ deps: c.var.deps, actor, subjectId }),
        })
      })
      return c.json(e.reply.parse(answer) as object)
    })
  }

/** Runs the work behind the size limit, which also counts a body that does not say its length. */
export async function limited<T>(c: Context<Env>, limit: ReturnType<typeof bodyLimit>, work: () => Promise<T>) {
  const done: { answer?: T } = {}
  await limit(c, async () => {
    done.answer = await work()
  })
  return done.answer
}

async function readForm(c: Context<Env>, { zh }: Thing) {
  if (!/^multipart\/form-data\b/i.test(c.req.header('content-type') ?? ''))
    return fail('unsupported', `请以表单上传${zh}`)
  const form = await c.req.formData().catch(() => fail('malformed', `${zh}没有传完整，请重试`, 'file'))
  const file = form.get('file')
  if (!(file instanceof Blob) || file.size === 0) return fail('malformed', `请选择${zh}`, 'file')
  return { bytes: new Uint8Array(await file.arrayBuffer()), fields: { key: form.get('key') } }
}

const digest = async (bytes: Uint8Array) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
