import { auditLog } from '../../schema/audit'
import type { Db } from './types'

type Row = Pick<typeof auditLog.$inferInsert, 'at' | 'outcome' | 'personId' | 'op'> &
  Partial<Pick<typeof auditLog.$inferInsert, 'subjectId' | 'address' | 'requestId'>>

/** A row for what is no write of its own; the place in the chain, the roles and the hashes are the trigger's to give. */
export const recordAudit = (db: Db, row: Row) =>
  db.insert(auditLog).values({
    ...{ subjectId: '', address: '', requestId: '', ...row },
    ...{ seq: 0, roles: '', bodyHash: '', alg: '', prevHash: '', hash: '' },
  })
