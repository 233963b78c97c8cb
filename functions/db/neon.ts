import { neon } from '@neondatabase/serverless'
import { drizzle } from 'drizzle-orm/neon-http'
import { together } from './neon-together'
import type { Db } from './types'

/** Neon over HTTP: one round trip a write and one for all reads asked at once, no sockets kept; migrations are run from Node, never from here. */
export const openNeon = (url: string): Db => drizzle({ client: together(neon(url)), casing: 'snake_case' })
