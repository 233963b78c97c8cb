import { type SQL, sql } from 'drizzle-orm'
import { KnownContact } from '../../shared/reports/contact'
import { holderWords, RealName, tailOf } from '../../shared/volunteering/certificates/real-name'
import { rowsOf } from '../db/raw'
import type { Db } from '../db/types'
import { aboutPhone } from '../people/consents/phone-actions'
import { aboutFactor } from '../people/factor-actions'
import { digits } from '../reports/intake-actions'
import { aboutPaper, aboutPerson } from '../volunteering/certificates/name-actions'
import { aboutOrder } from '../volunteering/orders/actions'

type Row = { readonly id: string; readonly beside: string }
export type SealedRow = Row & { was: string; alg: string; keyId: string; sealed: string }

/** Where sealed things lie, and what each of them is bound to. */
export type Shelf = {
  readonly zh: string
  readonly table: string
  readonly id: string
  /** A column that is needed to open or to mark it. */
  readonly beside?: string
  /** The column that holds the whole seal as JSON, where there are no three columns for it. */
  readonly json?: string
  readonly about: (row: Row) => string
  /** By what its content is told again among those who call or write. */
  readonly channels?: (content: unknown) => readonly string[]
  /** The column of a mark that stands beside it, and what is marked. */
  readonly mark?: { readonly column: string; readonly words: (content: unknown, row: Row) => string }
}

function channelsOf(content: unknown) {
  const { phone, mail } = KnownContact.parse(content)
  return [digits(phone), mail].filter((one) => one !== '')
}
function wordsOf(content: unknown, { beside }: Row) {
  const { name, idNumber } = RealName.parse(content)
  return holderWords(beside, name, tailOf(idNumber))
}
const byId = ({ id }: Row) => id
const byPerson = ({ beside }: Row) => beside

export const SHELVES: readonly Shelf[] = [
  { zh: '反映人联系方式', table: 'reporter_contacts', id: 'report_id', about: byId, channels: channelsOf },
  { zh: '来信', table: 'mails', id: 'id', about: byId, channels: channelsOf },
  { zh: '收款人', table: 'reward_payees', id: 'person_id', beside: 'person_id', json: 'name', about: byPerson },
  { zh: '已发奖励', table: 'rewards', id: 'id', beside: 'person_id', json: 'payee_name', about: byPerson },
  { zh: '下架副本', table: 'takedowns', id: 'id', about: byId },
  { zh: '手机号', table: 'person_phones', id: 'person_id', about: ({ id }) => aboutPhone(id) },
  { zh: '两步验证', table: 'second_factors', id: 'person_id', about: ({ id }) => aboutFactor(id) },
  { zh: '监护人', table: 'guardian_consents', id: 'id', about: byId },
  { zh: '点单联系方式', table: 'service_order_contacts', id: 'order_id', about: ({ id }) => aboutOrder(id) },
  { zh: '实名信息', table: 'real_names', id: 'person_id', about: ({ id }) => aboutPerson(id) },
  {
    ...{ zh: '证明', table: 'certificates', id: 'id', beside: 'link_key' },
    about: ({ id }) => aboutPaper(id),
    mark: { column: 'holder_mark', words: wordsOf },
  },
]

const column = (name: string) => sql`t.${sql.identifier(name)}`
/** What was never sealed, and what was emptied, has no key. */
const keyOf = ({ json }: Shelf) =>
  json === undefined
    ? sql`case when t.sealed <> '' then t.key_id end`
    : sql`case when ${column(json)} like '{%' then ${column(json)}::jsonb ->> 'keyId' end`
const partsOf = ({ json }: Shelf): SQL =>
  json === undefined
    ? sql`t.sealed as was, t.alg, t.key_id as "keyId", t.sealed`
    : sql`${column(json)} as was, ${column(json)}::jsonb ->> 'alg' as alg, ${column(json)}::jsonb ->> 'keyId' as "keyId",
        ${column(json)}::jsonb ->> 'sealed' as sealed`

/** What another key sealed, by id. */
export const listSealed = (db: Db, shelf: Shelf, keyId: string, after: string, size: number) =>
  rowsOf<SealedRow>(
    db,
    sql`select ${column(shelf.id)} as id, ${column(shelf.beside ?? shelf.id)} as beside, ${partsOf(shelf)}
      from ${sql.identifier(shelf.table)} t where ${keyOf(shelf)} <> ${keyId} and ${column(shelf.id)} > ${after}
      order by ${column(shelf.id)} limit ${size}`,
  )

export type Resealed = { id: string; was: string; keyId: string; sealed: string; kept: string; mark: string | null }

/** Only what is still as it was read: what somebody wrote meanwhile stands. */
export async function putResealed(db: Db, { table, id, json, mark }: Shelf, rows: readonly Resealed[]) {
  const seal = json === undefined ? sql`key_id = v."keyId", sealed = v.sealed` : sql`${sql.identifier(json)} = v.kept`
  const marked = mark === undefined ? sql`` : sql`, ${sql.identifier(mark.column)} = v.mark`
  const done = await rowsOf(
    db,
    sql`update ${sql.identifier(table)} t set ${seal}${marked}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as v(id text, was text, "keyId" text, sealed text, kept text, mark text)
      where ${column(id)} = v.id and ${column(json ?? 'sealed')} = v.was returning 1`,
  )
  return done.length
}

type Marked = { readonly was: string; readonly now: string }

/** Whoever was known by the old mark is known by the new one, unless somebody already is. */
export async function remarkCallers(db: Db, marks: readonly Marked[]) {
  const done = await rowsOf(
    db,
    sql`update callers c set mark = v.now from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as v(was text, now text)
      where c.mark = v.was and not exists (select 1 from callers o where o.mark = v.now) returning 1`,
  )
  return done.length
}

export const listReserved = (db: Db, after: string, size: number) =>
  rowsOf<{ id: string; codeHash: string }>(
    db,
    sql`select id, code_hash as "codeHash" from point_exchanges where state = 'reserved' and id > ${after}
      order by id limit ${size}`,
  )

export async function rehashCode(db: Db, id: string, { was, now }: Marked) {
  await db.execute(
    sql`update point_exchanges set code_hash = ${now} where id = ${id} and code_hash = ${was} and state = 'reserved'`,
  )
}
