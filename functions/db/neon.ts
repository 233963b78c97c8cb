import { neon, neonConfig } from '@neondatabase/serverless'
import { drizzle } from 'drizzle-orm/neon-http'
import { together } from './neon-together'
import type { Db } from './types'

/** A little more than a statement may take, as for every PostgreSQL: a network that swallows everything is noticed. */
const TIMEOUT_MS = 9_000
neonConfig.fetchFunction = (url: string, init: RequestInit) =>
  fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })

/** Neon over HTTP: one round trip a write and one for all reads asked at once, no sockets kept; migrations are run from Node, never from here. */
export const openNeon = (url: string): Db => drizzle({ client: together(neon(url)), casing: 'snake_case' })
