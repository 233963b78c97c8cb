import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Pool, type PoolClient } from 'pg'

type Query = { readonly query: string; readonly params?: unknown[] }

/** Neon gives every value as the text that Postgres prints. */
const asText = { getTypeParser: () => (value: unknown) => value }

/** Neon's SQL endpoint over HTTP, answered by a real PostgreSQL. `asked` counts the round trips. */
export async function neonBridge(url: string) {
  const pool = new Pool({ connectionString: url, max: 8 })
  pool.on('error', () => {})
  let asked = 0
  const server = createServer(async (req, res) => {
    const { status, body } = req.url === '/sql' ? await answer(pool, await bodyOf(req)) : { status: 404, body: {} }
    if (req.url === '/sql') asked++
    const said = JSON.stringify(body)
    const length = Buffer.byteLength(said)
    res.writeHead(status, { 'content-type': 'application/json', 'content-length': length }).end(said)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}/sql`,
    asked: () => asked,
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await pool.end()
    },
  }
}

async function answer(pool: Pool, body: Query | { readonly queries: readonly Query[] }) {
  try {
    if (!('queries' in body)) return { status: 200, body: await run(pool, body) }
    return { status: 200, body: { results: await together(pool, body.queries) } }
  } catch (err) {
    const { message, code, severity, detail, constraint } = err as Record<string, unknown>
    return { status: 400, body: { message, code, severity, detail, constraint } }
  }
}

async function run(asked: Pool | PoolClient, { query, params = [] }: Query) {
  const { rows, fields, rowCount, command } = await asked.query({
    ...{ text: query, values: params, rowMode: 'array' },
    types: asText,
  })
  return {
    rows,
    fields: fields.map(({ name, dataTypeID }) => ({ name, dataTypeID })),
    rowCount,
    command,
    rowAsArray: true,
  }
}

/** Reads that came in one request, in one transaction that cannot write. */
async function together(pool: Pool, queries: readonly Query[]) {
  const client = await pool.connect()
  try {
    await client.query('begin read only')
    const results = []
    for (const one of queries) results.push(await run(client, one))
    return results
  } finally {
    await client.query('rollback').catch(() => {})
    client.release()
  }
}

async function bodyOf(req: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Query | { queries: Query[] }
}
