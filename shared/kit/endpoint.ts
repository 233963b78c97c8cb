import type { z } from 'zod'
import type { Role } from '../people/roles'
import type { LimitClass } from './limits'

/** Who may knock: anyone, anyone signed in, or holders of one of the roles. What they may see is decided in SQL. */
export type Access = 'anyone' | 'signed_in' | readonly [Role, ...Role[]]

/** One promise between phone and server. Paths, parsing, clients, OpenAPI and the generated guard tests all read this record. */
export type Endpoint<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = {
  readonly verb: 'GET' | 'POST'
  readonly path: `/api/${string}`
  readonly who: Access
  /** One Chinese sentence for `/docs`. */
  readonly zh: string
  readonly params: P
  /** The query of a GET, the JSON of a POST; fields beside `file` of an upload. */
  readonly body: B
  readonly reply: R
  /** An upload takes one `file` as multipart/form-data instead of JSON; a gateway's mail and WeChat's push come as they are. */
  readonly takes?: 'multipart' | 'mail' | 'push'
  /** A picture, a file to keep or a bare word answers instead of `reply`; its refusals are JSON like all others. */
  readonly gives?: 'image' | 'file' | 'text'
  /** What a call counts as, where it is not what its verb says. */
  readonly limit?: LimitClass
  /** Asks the office for its second factor, where one is set up. */
  readonly isSensitive?: true
}
export type AnyEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType>

export const endpoint = <P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(e: Endpoint<P, B, R>) => e

export const isEndpoint = (x: unknown): x is AnyEndpoint =>
  typeof x === 'object' && x !== null && 'verb' in x && 'path' in x && 'reply' in x
