import type { z } from 'zod'
import { cursorOf, readCursor } from '../../shared/kit/page'
import { addDays, shanghai, shanghaiMoment } from '../../shared/kit/time'
import type { AuditView, GetAuditChain, ListAudit } from '../../shared/people/audit-contract'
import { checkCountyAdmin } from '../../shared/people/grants'
import { type Actor, ROLES } from '../../shared/people/roles'
import { ROLE_ZH } from '../../shared/people/words'
import type { Deps } from '../http/deps'
import { grant } from '../http/refused'
import { findBrokenDay, findBrokenRow, listAuditRows, listHeads, recordHead } from './audit-queries'

/** Rows a screen checks; the tool checks all of them. */
const CHECKED_ROWS = 10_000
const SHOWN_HEADS = 14

type Names = Readonly<Record<string, string>>
type Row = Awaited<ReturnType<typeof listAuditRows>>[number]

const view = ({ row, name }: Row, names: Names): AuditView => ({
  ...{ seq: row.seq, at: row.at.toISOString(), outcome: row.outcome, zh: names[row.op] ?? row.op },
  ...{ byName: name ?? '系统', subjectId: row.subjectId, address: row.address, hash: row.hash },
  rolesZh: ROLES.filter((role) => row.roles.split(',').includes(role))
    .map((role) => ROLE_ZH[role])
    .join('、'),
})

function admitAuditor(actor: Actor) {
  const refusal = checkCountyAdmin(actor)
  if (refusal) grant(refusal)
}

/** `names` are the sentences of the endpoints by `VERB path`. */
export async function listAudit(
  { db }: Deps,
  actor: Actor,
  { outcome, personId, day, cursor, size }: z.output<typeof ListAudit.body>,
  names: Names,
) {
  admitAuditor(actor)
  const from = day === undefined ? null : shanghaiMoment(day)
  const span = from && ([from, addDays(from, 1)] as const)
  const before = Number(readCursor(cursor)?.id ?? Number.NaN)
  const filter = { outcome, personId, span, before: Number.isSafeInteger(before) ? before : null, size }
  const rows = await listAuditRows(db, filter)
  const items = rows.slice(0, size).map((row) => view(row, names))
  const last = items.at(-1)
  return { items, next: rows.length > size && last ? cursorOf({ at: last.at, id: String(last.seq) }) : null }
}

export async function readChain({ db }: Deps, actor: Actor): Promise<z.input<typeof GetAuditChain.reply>> {
  admitAuditor(actor)
  const [{ checked, broken, rows }, brokenDay, heads] = await Promise.all([
    findBrokenRow(db, CHECKED_ROWS),
    findBrokenDay(db),
    listHeads(db, SHOWN_HEADS),
  ])
  return { rows, checked, brokenSeq: broken, brokenDay, heads: heads.map(({ day, seq, hash }) => ({ day, seq, hash })) }
}

/** 链头留底: yesterday's last row, once, kept in a row of its own and said to the log, which leaves the house. */
export async function keepHead({ db, now, log }: Deps) {
  const today = shanghaiMoment(shanghai(now()).day)
  const head = await recordHead(db, shanghai(addDays(today, -1)).day, today, now())
  if (head) log({ level: 'info', auditHead: head })
}
