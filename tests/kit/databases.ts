import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PGlite, Results } from '@electric-sql/pglite'
import { neonConfig } from '@neondatabase/serverless'
import { Pool } from 'pg'
import { inject } from 'vitest'
import { openNeon } from '../../functions/db/neon'
import { openPostgres } from '../../functions/db/postgres'
import type { OpenDb } from '../../functions/db/types'
import { freshPglite } from './fresh'

/** A database of its own on the real server; undefined where there is none. */
export async function freshPostgres(): Promise<(OpenDb & { readonly url: string }) | undefined> {
  const server = inject('postgres')
  if (server === '') return undefined
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const admin = new Pool({ connectionString: server, max: 1 })
  await admin.query(`create database ${name}`)
  const url = server.replace(/\/[^/]*$/, `/${name}`)
  const { db, close } = await openPostgres(url, 'schema/migrations')
  return {
    url,
    db,
    close: async () => {
      await close()
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}

/** `asked` counts the round trips. */
type Double = { readonly asked: () => number; readonly url: string; readonly endpoint: string }

/** Neon's driver over HTTP, answered by a double of its SQL endpoint that stands on the embedded database. */
export async function freshNeon(): Promise<OpenDb & Double> {
  const { client, close } = await freshPglite()
  const raw = await rawTypes(client)
  let asked = 0
  const server = createServer(async (req, res) => {
    asked++
    const { status, body } = await answer(client, raw, await bodyOf(req))
    res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  // One setting for all: the host's name says which double is meant.
  neonConfig.fetchEndpoint = (host) => `http://127.0.0.1:${host.split('.')[0]?.split('-')[1]}/sql`
  const url = `postgres://user:secret@double-${port}.neon.test/wenming`
  return {
    url,
    endpoint: `http://127.0.0.1:${port}/sql`,
    db: openNeon(url),
    asked: () => asked,
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await close()
    },
  }
}

type Query = { query: string; params?: unknown[] }
type Raw = Record<number, (value: string) => string>

/** Neon's endpoint gives every value as the text Postgres prints: no type is parsed or printed for it. */
async function rawTypes(client: PGlite): Promise<Raw> {
  const { rows } = await client.query<{ oid: number }>('select oid from pg_type')
  return Object.fromEntries(rows.map(({ oid }) => [oid, (value: string) => value]))
}

async function answer(client: PGlite, raw: Raw, body: Query | { queries: Query[] }) {
  const options = { rowMode: 'array' as const, parsers: raw, serializers: raw }
  try {
    if (!('queries' in body)) return { status: 200, body: said(await client.query(body.query, body.params, options)) }
    const results = await client.transaction(async (tx) => {
      const done = []
      for (const { query, params } of body.queries) done.push(said(await tx.query(query, params, options)))
      return done
    })
    return { status: 200, body: { results } }
  } catch (err) {
    const { message, code, severity, detail, constraint } = err as Record<string, unknown>
    return { status: 400, body: { message, code, severity, detail, constraint } }
  }
}

const said = ({ rows, fields, affectedRows }: Results<unknown>) => ({
  command: '',
  rowCount: affectedRows ?? rows.length,
  rowAsArray: true,
  fields,
  rows,
})

async function bodyOf(req: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Query | { queries: Query[] }
}
