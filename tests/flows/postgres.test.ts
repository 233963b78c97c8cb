import { inject, test } from 'vitest'
import { freshPostgres } from '../kit/databases'
import { tellFlows } from './flows'

/** Only where a server is: the set-up has said so in one line where there is none. */
if (inject('postgres') === '') test('no PostgreSQL server on this machine', () => {})
else
  tellFlows('PostgreSQL', async () => {
    const opened = await freshPostgres()
    if (!opened) throw new Error('the server went away')
    return opened
  })
