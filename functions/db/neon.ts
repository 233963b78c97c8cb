import { neon } from '@neondatabase/serverless'
import { drizzle } from 'drizzle-orm/neon-http'
import type { Db } from './types'

/** Neon over HTTP: one round trip a statement, no sockets kept; migrations are run from Node, never from here. */
export const openNeon = (url: string): Db => drizzle({ client: neon(url), casing: 'snake_case' })
