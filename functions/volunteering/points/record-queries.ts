import { type SQL, sql } from 'drizzle-orm'
import { sends } from '../../../schema/people'
import {
  pointExchanges,
  pointItems,
  volunteerPointBalances,
  volunteerPointMarks,
  volunteerPointPostings,
} from '../../../schema/volunteering/points'
import type { ExchangeState } from '../../../shared/volunteering/points/moves'
import { POINT_POSTINGS, type PointPosting } from '../../../shared/volunteering/points/moves'
import type { Movement, ReserveDecision } from '../../../shared/volunteering/points/rules'
import { rowsOf } from '../../db/raw'
import type { Send } from '../../db/sends'
import type { Db } from '../../db/types'

const stamp = (at: Date) => sql`${at.toISOString()}::timestamptz`

type Posting = {
  readonly kind: PointPosting
  readonly personId: SQL
  readonly amount: SQL
  readonly cause: SQL
  readonly from: SQL
  readonly at: Date
  readonly ledgerId?: SQL
  readonly exchangeId?: SQL
  readonly expiresOn?: SQL
}
/** One whole posting: what leaves one account arrives at another. `cause` lets each happen once. */
function posting(p: Posting) {
  const { from, to } = POINT_POSTINGS[p.kind]
  return sql`insert into ${volunteerPointPostings} (id, person_id, kind, from_account, to_account, amount, cause, ledger_id, exchange_id, expires_on, at)
    select ${p.cause}, ${p.personId}, ${p.kind}::text, ${from}::text, ${to}::text, ${p.amount}, ${p.cause},
      ${p.ledgerId ?? sql`null::text`}, ${p.exchangeId ?? sql`null::text`}, ${p.expiresOn ?? sql`null::date`}, ${stamp(p.at)}
    from ${p.from} where ${p.amount} > 0 returning id`
}

const sentRow = ({ personId, key, op, bodyHash }: Send, subjectId: string, at: Date, cause: string) =>
  sql`insert into ${sends} (person_id, key, op, body_hash, subject_id, at)
    select ${personId}::text, ${key}::text, ${op}::text, ${bodyHash}::text, ${subjectId}::text, ${stamp(at)}
    from (select 1 from ${sql.raw(cause)} limit 1) one`

const count = async (db: Db, query: SQL) => (await rowsOf<{ n: number }>(db, query))[0]?.n ?? 0

/** Where the first points go. */
export const recordAccount = (db: Db, personId: string) =>
  db.insert(volunteerPointBalances).values({ personId }).onConflictDoNothing()

type Earning = {
  readonly ledgerId: string
  readonly personId: string
  readonly points: number
  readonly expiresOn: string
  readonly movement: Movement
  readonly version: number
  readonly at: Date
}

/** The mark of the ledger's row, the balance and the postings in one statement. 0: somebody moved the balance, look again. */
export async function recordEarning(db: Db, e: Earning) {
  const { earns, takes, is } = e.movement
  const cause = (what: string) => sql`${`${what}:${e.ledgerId}`}::text`
  const common = { personId: sql`${e.personId}::text`, from: sql`marked`, at: e.at, ledgerId: sql`${e.ledgerId}::text` }
  const earned = posting({
    ...{ ...common, kind: 'earn', amount: sql`${earns}::int`, cause: cause('earn') },
    expiresOn: sql`${e.expiresOn}::date`,
  })
  const taken = posting({ ...common, kind: 'reverse', amount: sql`${takes}::int`, cause: cause('reverse') })
  return count(
    db,
    sql`with moved as (
      update ${volunteerPointBalances} b set available = ${is.available}::int, debt = ${is.debt}::int, version = b.version + 1
      where b.person_id = ${e.personId} and b.version = ${e.version} returning b.person_id
    ), marked as (
      insert into ${volunteerPointMarks} (ledger_id, person_id, points, at)
      select ${e.ledgerId}::text, person_id, ${e.points}::int, ${stamp(e.at)} from moved returning ledger_id
    ), earned as (${earned}), taken as (${taken})
    select count(*)::int as n from marked`,
  )
}

type Expiry = { readonly personId: string; readonly version: number; readonly amount: number; readonly today: string }

/** Idempotent: what has gone is no longer there to go. */
export async function recordExpiry(db: Db, { personId, version, amount, today }: Expiry, at: Date) {
  const gone = posting({
    ...{ kind: 'expire', personId: sql`moved.person_id`, amount: sql`${amount}::int`, from: sql`moved`, at },
    cause: sql`${`expire:${personId}:${today}:${version}`}::text`,
  })
  return count(
    db,
    sql`with moved as (
      update ${volunteerPointBalances} b set available = b.available - ${amount}::int, version = b.version + 1
      where b.person_id = ${personId} and b.version = ${version} returning b.person_id
    ), gone as (${gone}) select count(*)::int as n from moved`,
  )
}

type Reserve = { readonly id: string; readonly personId: string; readonly codeHash: string; readonly send: Send }

/**
 * Person first, then the item: the balance by condition, the stock under its CHECK, the exchange, the posting and the
 * sender's key in one statement. 0: not enough points. A CHECK broken by the stock undoes all of it.
 */
export async function recordReserve(db: Db, { itemId, points, at, expiresAt }: ReserveDecision, r: Reserve) {
  const posted = posting({
    ...{ kind: 'reserve', personId: sql`made.person_id`, amount: sql`${points}::int`, from: sql`made`, at },
    ...{ cause: sql`'reserve:' || made.id`, exchangeId: sql`made.id` },
  })
  return count(
    db,
    sql`with paid as (
      update ${volunteerPointBalances} b set available = b.available - ${points}::int,
        reserved = b.reserved + ${points}::int, version = b.version + 1
      where b.person_id = ${r.personId} and b.available >= ${points}::int returning b.person_id
    ), drawn as (
      update ${pointItems} i set stock = i.stock - 1, version = i.version + 1 from paid
      where i.id = ${itemId} returning i.id, paid.person_id
    ), made as (
      insert into ${pointExchanges} (id, person_id, item_id, points, state, code_hash, at, expires_at)
      select ${r.id}::text, person_id, id, ${points}::int, 'reserved', ${r.codeHash}::text, ${stamp(at)}, ${stamp(expiresAt)}
      from drawn returning id, person_id
    ), posted as (${posted}), sent as (${sentRow(r.send, r.id, at, 'made')})
    select count(*)::int as n from made`,
  )
}

type End = {
  readonly id: string
  readonly to: Exclude<ExchangeState, 'reserved'>
  readonly by: string | null
  readonly at: Date
  readonly send: Send | null
}
const KIND = { redeemed: 'redeem', cancelled: 'cancel', lapsed: 'lapse' } as const

/**
 * A reservation ends once: every end moves the balance's version first, so of two at once the second finds another.
 * A refund pays what is owed before it comes back. 0: it had ended, or the balance moved.
 */
export async function recordEnd(db: Db, { id, to, by, at, send }: End) {
  const back = to !== 'redeemed'
  const owed = back ? sql`least(o.debt, e.points)` : sql`0`
  const given = back ? sql`e.points - ${owed}` : sql`0`
  const common = { personId: sql`ended.person_id`, from: sql`ended`, at, exchangeId: sql`ended.id` }
  const kind = KIND[to]
  const posted = posting({ ...common, kind, amount: sql`ended.points`, cause: sql`${`${kind}:`}::text || ended.id` })
  const repaid = posting({ ...common, kind: 'reverse', amount: sql`ended.owed`, cause: sql`'repay:' || ended.id` })
  return count(
    db,
    sql`with settled as (
      update ${volunteerPointBalances} b set reserved = b.reserved - e.points, available = b.available + ${given},
        debt = b.debt - ${owed}, version = b.version + 1
      from ${volunteerPointBalances} o, ${pointExchanges} e
      where o.person_id = b.person_id and o.version = b.version and e.person_id = b.person_id
        and e.id = ${id} and e.state = 'reserved'
      returning b.person_id, e.item_id, e.points, ${owed} as owed
    ), ended as (
      update ${pointExchanges} x set state = ${to}::text, ended_at = ${stamp(at)}, redeemed_by = ${by}::text
      from settled s where x.id = ${id} and x.state = 'reserved' returning x.id, x.person_id, s.item_id, s.points, s.owed
    ), restocked as (
      update ${pointItems} i set stock = i.stock + ${back ? 1 : 0}, version = i.version + 1 from ended where i.id = ended.item_id
    ), posted as (${posted}), repaid as (${repaid})
    ${send ? sql`, sent as (${sentRow(send, id, at, 'ended')})` : sql``}
    select count(*)::int as n from ended`,
  )
}
