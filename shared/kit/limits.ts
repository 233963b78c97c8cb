/** 限次的种类: what one call counts as. */
export const LIMIT_CLASSES = ['login', 'write', 'upload', 'read'] as const
export type LimitClass = (typeof LIMIT_CLASSES)[number]

/** Calls in one minute: of one person or one block of addresses, and of everybody on one operation. */
export type Limit = { readonly by: 'person' | 'address'; readonly own: number; readonly all: number }
export type Limits = Readonly<Record<LimitClass, Limit>>

/** Far above what a person does by hand, and far below what wears the house out. */
// biome-ignore format: a table reads by its columns
export const LIMITS: Limits = {
  login:  { by: 'address', own: 20,  all: 2000 },
  write:  { by: 'person',  own: 60,  all: 2000 },
  upload: { by: 'person',  own: 60,  all: 2000 },
  read:   { by: 'address', own: 600, all: 20_000 },
}

type Called = { readonly verb: 'GET' | 'POST'; readonly limit?: LimitClass; readonly takes?: string }

/** What a call counts as; null for the reads of those signed in, who are known by name. */
export function limitOf({ verb, limit, takes }: Called, isSignedIn: boolean): LimitClass | null {
  if (limit !== undefined) return limit
  if (verb === 'GET') return isSignedIn ? null : 'read'
  return takes === 'multipart' ? 'upload' : 'write'
}
