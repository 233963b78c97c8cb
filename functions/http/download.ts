import type { Hono } from 'hono'
import type { z } from 'zod'
import type { Endpoint } from '../../shared/kit/endpoint'
import type { Actor } from '../../shared/people/roles'
import { clean } from './clean'
import { originOf } from './conditional'
import type { Deps, Env } from './deps'
import { enter, noteDownload } from './door'
import { identify, parse } from './mount'

/** A file on its way out: whole, or page by page. */
export type Download = {
  readonly body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>
  readonly mime: string
  readonly name: string
}

type Call<P, B> = {
  readonly deps: Deps
  readonly actor: Actor
  readonly params: P
  readonly body: B
  /** Where the house is reached from outside. */
  readonly origin: string
}

/** Mounts a GET that gives a file: who, parse, call; what is refused is refused as everywhere else. */
export const mountDownload =
  (app: Hono<Env>) =>
  <P extends z.ZodType, B extends z.ZodType>(
    e: Endpoint<P, B, z.ZodUnknown>,
    handle: (call: Call<z.output<P>, z.output<B>>) => Promise<Download>,
  ) => {
    app.get(e.path, async (c) => {
      const actor = await enter(c, e, await identify(c, null))
      const params = parse(e.params, clean(c.req.param()))
      const query = parse(e.body, clean(c.req.query()))
      const { body, mime, name } = await handle({ deps: c.var.deps, actor, params, body: query, origin: originOf(c) })
      await noteDownload(c, e, actor)
      return c.body(body, 200, {
        'content-type': mime,
        'content-disposition': `attachment; filename="download"; filename*=UTF-8''${encodeURIComponent(name)}`,
      })
    })
  }
