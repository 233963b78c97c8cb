import { buildApp } from '../../functions/app'
import type { Db } from '../../functions/db/types'
import type { Deps, Pictures, Press } from '../../functions/http/deps'
import { openFake } from '../../functions/outside/wechat/open'
import { seedCounty } from '../../functions/seed/grids'
import { seedCategories, seedTemplates, seedWorkCalendar } from '../../functions/seed/register'
import { consentEvents } from '../../schema/consents'
import { people, roleGrants } from '../../schema/people'
import { LIMIT_CLASSES, LIMITS, type Limits } from '../../shared/kit/limits'
import { CONSENT_KINDS, type ConsentKind } from '../../shared/people/consents'
import type { Role } from '../../shared/people/roles'
import { freshPglite } from './fresh'
import { memoryFiles } from './memory-files'

export type Answer = { status: number; [name: string]: unknown }
export type Scope = { unitId?: string; gridId?: string }

/** JSON as it is, a file as its type and bytes. */
async function contentOf(res: Response): Promise<object> {
  const type = res.headers.get('content-type') ?? ''
  if (type.startsWith('application/json')) return (await res.json()) as object
  return { type, bytes: new Uint8Array(await res.arrayBuffer()) }
}

/** The clock of a test stands still: all it does falls into one minute. */
const ROOMY = Object.fromEntries(LIMIT_CLASSES.map((name) => [name, { ...LIMITS[name], own: 1e6, all: 1e6 }])) as Limits

type Given = {
  secrets?: readonly [string, ...string[]]
  db?: Db
  now?: Date
  pictures?: Pictures
  press?: Press
} & Partial<Pick<Deps, 'files' | 'direct' | 'limits' | 'isFactorRequired' | 'logsRequests' | 'metrics' | 'probes'>>

/** A whole server on its own in-process Postgres. Every test file owns one; nothing is shared, nothing is cleaned up. */
export async function openHouse({
  secrets = ['a secret of a test house, 32 letters'],
  direct = null,
  ...given
}: Given = {}) {
  const db = given.db ?? (await freshPglite()).db
  let clock = given.now ?? new Date('2026-06-15T02:00:00Z')
  const memory = memoryFiles()
  const files = given.files ?? memory
  const logged: Readonly<Record<string, unknown>>[] = []
  const world = {
    db,
    secret: secrets[0],
    secrets,
    now: () => clock,
    newId: () => crypto.randomUUID(),
    log: (line: Readonly<Record<string, unknown>>) => logged.push(line),
  }
  const { given: wechat, fake } = openFake(world)
  const deps: Deps = {
    ...world,
    ...wechat,
    newSecret: () => `${crypto.randomUUID()}${crypto.randomUUID()}`,
    files,
    direct,
    pictures: given.pictures ?? null,
    press: given.press ?? null,
    mailSecret: 'a mail secret of a test house, 32 letters',
    certificateKey: 'Y2VydGlmaWNhdGVzIG9mIGEgdGVzdCBob3VzZSwgMzI',
    addressFrom: 'proxy',
    limits: given.limits ?? ROOMY,
    isFactorRequired: given.isFactorRequired ?? false,
    demo: true,
    logsRequests: given.logsRequests ?? false,
    metrics: given.metrics ?? null,
    metricsToken: 'a metrics token of a test house',
    probes: given.probes ?? {},
    version: 'test',
  }
  const app = buildApp(deps)
  fake.deliverTo(app.fetch)

  /** What people are asked for at first use, said yes to. */
  const agree = async (personId: string, consents: readonly ConsentKind[] = CONSENT_KINDS) => {
    const said = { version: 1, isGiven: true, at: clock }
    const rows = consents.map((kind) => ({ ...said, id: crypto.randomUUID(), personId, kind }))
    if (rows.length > 0) await db.insert(consentEvents).values(rows)
  }

  /** A person with these grants and consents, signed in; `as` is what `ask` takes. */
  const person = async (
    name: string,
    grants: readonly (readonly [Role, Scope?])[] = [],
    consents: readonly ConsentKind[] = CONSENT_KINDS,
  ) => {
    const id = crypto.randomUUID()
    await db.insert(people).values({ id, name, demoZh: name, createdAt: clock })
    await agree(id, consents)
    for (const [role, scope] of grants) {
      const { unitId = null, gridId = null } = scope ?? {}
      await db
        .insert(roleGrants)
        .values({ id: crypto.randomUUID(), personId: id, role, unitId, gridId, scopeZh: '', grantedAt: clock })
    }
    const session = await ask(null, 'POST', '/api/sessions/demo', { personId: id })
    return { id, name, token: String(session.token) }
  }

  const ask = async (
    as: { token: string } | null,
    verb: 'GET' | 'POST',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const res = await app.request(path, {
      method: verb,
      headers: {
        ...(as ? { authorization: `Bearer ${as.token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: res.status, ...(await contentOf(res)) }
  }

  /** The county, its categories and its work calendar as rows: what a report needs to become a case. */
  const settle = async () => {
    await seedCounty(db, clock)
    await seedCategories(db)
    await seedTemplates(db, clock)
    await seedWorkCalendar(db, clock, { provisional: false })
  }

  return {
    settle,
    app,
    db,
    deps,
    fake,
    files: memory,
    logged,
    ask,
    person,
    agree,
    key: () => crypto.randomUUID(),
    now: () => clock,
    /** Moves the clock of the house. */
    at: (moment: Date | string) => {
      clock = new Date(moment)
    },
  }
}
export type House = Awaited<ReturnType<typeof openHouse>>
export type Person = Awaited<ReturnType<House['person']>>
