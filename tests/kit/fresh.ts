import { readFileSync } from 'node:fs'
import { inject } from 'vitest'
import { openPglite } from '../../functions/db/pglite'

/** An empty migrated database of its own: loaded from the dump that the global set-up made once. */
export const freshPglite = () => openPglite(null, '', new Blob([readFileSync(inject('dump'))]))
