import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { people } from '../../schema/people'
import { apiKeyEvents, apiKeys } from '../../schema/reports'
import type { ApiKeyScope } from '../../shared/reports/keys-contract'
import { type Change, changeFrom } from '../db/changes'
import { intoAll } from '../db/into'
import { type Send, sendFrom } from '../db/sends'
import type { Db } from '../db/types'

type NewKey = {
  readonly id: string
  readonly eventId: string
  readonly personId: string
  readonly keyHash: string
  readonly name: string
  readonly scopes: readonly ApiKeyScope[]
  readonly by: string
  readonly at: Date
}

/** The key, the person it acts as and both journals: one statement. */
export async function recordApiKey(db: Db, send: Send, { eventId, by, at, ...row }: NewKey, change: Change) {
  const { id, personId, name } = row
  const person = db
    .$with('person')
    .as(db.insert(people).values({ id: personId, name, createdAt: at }).returning({ id: people.id }))
  const made = db.$with('made').as(
    db
      .insert(apiKeys)
      .values({ ...row, createdAt: at })
      .returning({ id: apiKeys.id }),
  )
  const noted = db
    .$with('noted')
    .as(
      db
        .insert(apiKeyEvents)
        .values({ id: eventId, apiKeyId: id, kind: 'create', by, at })
        .returning({ id: apiKeyEvents.id }),
    )
  await db
    .with(person, made, noted, changeFrom(db, change, made), sendFrom(db, send, id, at, made))
    .select()
    .from(made)
}

const viewed = {
  id: apiKeys.id,
  name: apiKeys.name,
  scopes: apiKeys.scopes,
  createdAt: apiKeys.createdAt,
  endedAt: apiKeys.endedAt,
}

export async function findApiKey(db: Db, id: string) {
  const [row] = await db.select(viewed).from(apiKeys).where(eq(apiKeys.id, id))
  return row
}

export const listApiKeyRows = (db: Db) => db.select(viewed).from(apiKeys).orderBy(desc(apiKeys.createdAt), apiKeys.id)

type End = { readonly id: string; readonly eventId: string; readonly by: string; readonly at: Date }

/** Undefined means it had ended before. */
export async function recordKeyEnd(db: Db, send: Send, { id, eventId, by, at }: End, change: Change) {
  const ended = db.$with('ended').as(
    db
      .update(apiKeys)
      .set({ endedAt: at })
      .where(and(eq(apiKeys.id, id), isNull(apiKeys.endedAt)))
      .returning({ id: apiKeys.id }),
  )
  const event = intoAll(apiKeyEvents, { id: eventId, apiKeyId: id, kind: 'end', by, at })
  const noted = db
    .$with('noted')
    .as(db.insert(apiKeyEvents).select(db.select(event).from(ended)).returning({ id: apiKeyEvents.id }))
  const [row] = await db
    .with(ended, noted, changeFrom(db, change, ended), sendFrom(db, send, id, at, ended))
    .select()
    .from(ended)
  return row
}

/** The platform behind a key that is good for this; a wrong, an ended and a narrower one are the same nothing. */
export async function findPlatform(db: Db, keyHash: string, scope: ApiKeyScope) {
  const [row] = await db
    .select({ keyId: apiKeys.id, personId: apiKeys.personId })
    .from(apiKeys)
    .innerJoin(people, and(eq(people.id, apiKeys.personId), isNull(people.disabledAt)))
    .where(
      and(
        eq(apiKeys.keyHash, keyHash),
        isNull(apiKeys.endedAt),
        sql`${apiKeys.scopes} @> ${JSON.stringify([scope])}::jsonb`,
      ),
    )
  return row
}
