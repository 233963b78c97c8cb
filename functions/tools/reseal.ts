import { recordAudit } from '../db/audit'
import type { Deps } from '../http/deps'
import { Refused } from '../http/refused'
import { keyIdOf, markOf, seal, unseal } from '../http/sealing'
import { codeBehind, codeHashOf, codeOf } from '../volunteering/points/codes'
import {
  listReserved,
  listSealed,
  putResealed,
  type Resealed,
  rehashCode,
  remarkCallers,
  type SealedRow,
  SHELVES,
  type Shelf,
} from './sealed-tables'

const BATCH = 200

type Keys = Pick<Deps, 'db' | 'secret' | 'secrets' | 'now'>

/**
 * Everything the former secret sealed is sealed by the secret of now, batch by batch; run again, it goes on where it stopped.
 * Throws where something is left that neither opens: then the former secret must not be dropped.
 */
export async function reseal(keys: Keys): Promise<string> {
  const done: string[] = []
  const left: string[] = []
  for (const shelf of SHELVES) {
    const { resealed, shut } = await clear(keys, shelf)
    if (resealed > 0) done.push(`${shelf.zh} ${resealed} 条`)
    if (shut > 0) left.push(`${shelf.zh} ${shut} 条`)
  }
  const codes = await rehash(keys)
  if (codes > 0) done.push(`没领的兑换码 ${codes} 个`)
  const said = done.length === 0 ? '没有要重新封存的' : `已用新的 SECRET 重新封存：${done.join('，')}`
  if (done.length > 0)
    await recordAudit(keys.db, { at: keys.now(), outcome: 'set', personId: '', op: '重新封存', subjectId: '' })
  if (left.length > 0)
    throw new Error(`${said}。还有打不开的：${left.join('，')}。SECRET_OLD 不是封存它们的那把，先不要去掉`)
  return said
}

async function clear(keys: Keys, shelf: Shelf) {
  const keyId = await keyIdOf(keys.secret)
  const count = { resealed: 0, shut: 0 }
  let after = ''
  for (;;) {
    const rows = await listSealed(keys.db, shelf, keyId, after, BATCH)
    const last = rows.at(-1)
    if (!last) return count
    const again = (await Promise.all(rows.map((row) => resealOne(keys, shelf, row)))).filter((one) => one !== null)
    // The marks first: where this stops between the two, the next run still finds them by the old seal.
    await remarkCallers(
      keys.db,
      again.flatMap(({ marks }) => marks),
    )
    count.resealed += await putResealed(
      keys.db,
      shelf,
      again.map(({ row }) => row),
    )
    count.shut += rows.length - again.length
    after = last.id
  }
}

/** Null: none of the secrets opens it. */
async function resealOne({ secret, secrets }: Keys, shelf: Shelf, row: SealedRow) {
  const content = await unseal(secrets, shelf.about(row), row).catch((err: unknown) => {
    if (err instanceof Refused) return undefined
    throw err
  })
  if (content === undefined) return null
  const sealed = await seal(secret, shelf.about(row), content)
  const words = shelf.mark?.words(content, row)
  const mark = words === undefined ? null : await markOf(secret, words)
  const { id, was } = row
  const kept: Resealed = { id, was, keyId: sealed.keyId, sealed: sealed.sealed, kept: JSON.stringify(sealed), mark }
  return { row: kept, marks: await marksOf(secret, secrets, shelf.channels?.(content) ?? []) }
}

async function marksOf(secret: string, secrets: readonly string[], channels: readonly string[]) {
  const formers = secrets.filter((one) => one !== secret)
  const pairs = channels.flatMap((channel) =>
    formers.map(async (former) => ({ was: await markOf(former, channel), now: await markOf(secret, channel) })),
  )
  return Promise.all(pairs)
}

/** A code that waits to be handed out is made anew: its owner reads it on the phone. */
async function rehash({ db, secret, secrets }: Keys) {
  let count = 0
  let after = ''
  for (;;) {
    const rows = await listReserved(db, after, BATCH)
    for (const { id, codeHash: was } of rows) {
      const now = codeHashOf(secret, codeOf(secret, id))
      if (was === now || codeBehind(secrets, id, was) === null) continue
      await rehashCode(db, id, { was, now })
      count++
    }
    const last = rows.at(-1)
    if (!last) return count
    after = last.id
  }
}
