import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { bounded } from '../../shared/kit/table'
import { type ChangeFacts, differences } from '../../shared/people/changes'
import { checkCountyAdmin } from '../../shared/people/grants'
import type { Actor } from '../../shared/people/roles'
import { IMPORT_ZH, type ImportCheck, type ImportDone, type ImportKind } from '../../shared/points/import-contract'
import { brokenConstraint } from '../db/errors'
import { readSheet } from '../files/sheets'
import { findImport } from '../grids/import-queries'
import type { Deps, Send } from '../http/deps'
import { fail, grant } from '../http/refused'
import { planOf, type Step, type Work } from './import-plans'

const SHOWN = 100
const JOURNALLED = 200

const linesOf = ({ was, is }: Step) => differences(was ?? {}, is)

const isChanged = (step: Step) => step.was !== null && linesOf(step).length > 0

const countsOf = (steps: readonly Step[]) => {
  const fresh = steps.filter(({ was }) => was === null).length
  const changed = steps.filter(isChanged).length
  return { fresh, changed, same: steps.length - fresh - changed }
}

function admitted(actor: Actor) {
  const refusal = checkCountyAdmin(actor)
  if (refusal) grant(refusal)
}

const hash = (bytes: Uint8Array) => bytesToHex(sha256(bytes))

/** Of the bytes and of what they would do now: another file, or another county, gives another. */
const stampOf = (bytes: Uint8Array, version: number, { steps }: Work) =>
  hash(utf8ToBytes(JSON.stringify([hash(bytes), version, steps])))

async function look(deps: Deps, kind: ImportKind, bytes: Uint8Array) {
  const version = (await findImport(deps.db, kind))?.version ?? 0
  const work = await planOf(deps, kind, await readSheet(bytes))
  return { version, work, stamp: stampOf(bytes, version, work), counts: countsOf(work.steps) }
}

/** Reads and says; nothing is written. */
export async function checkImport(deps: Deps, actor: Actor, kind: ImportKind, bytes: Uint8Array): Promise<ImportCheck> {
  admitted(actor)
  const { work, stamp, counts } = await look(deps, kind, bytes)
  const told = work.steps.filter((step) => step.was === null || isChanged(step))
  return {
    ...{ kind, ...counts, bad: bounded(work.bad) },
    shown: told.slice(0, SHOWN).map((step) => ({ key: step.key, isNew: step.was === null, lines: linesOf(step) })),
    stamp: work.bad.length === 0 ? stamp : null,
  }
}

/** The journal keeps each changed row by its number, so that what stood there can be read later. */
function factsOf(steps: readonly Step[]) {
  const told = steps.filter((step) => step.was === null || isChanged(step)).slice(0, JOURNALLED)
  const zh = (facts: ChangeFacts | null, step: Step) =>
    linesOf(step)
      .map(({ name }) => facts?.[name])
      .filter(Boolean)
      .join('，')
      .slice(0, 200)
  return {
    before: Object.fromEntries(told.flatMap((step) => (step.was ? [[step.key, zh(step.was, step)]] : []))),
    after: Object.fromEntries(told.map((step) => [step.key, zh(step.is, step)])),
  }
}

const MOVED = '检查之后文件或数据变了，什么都没有写入，请重新检查'

export async function applyImport(
  deps: Deps,
  actor: Actor,
  { kind, bytes, stamp }: { kind: ImportKind; bytes: Uint8Array; stamp: string },
  send: Send,
): Promise<ImportDone> {
  admitted(actor)
  const seen = await look(deps, kind, bytes)
  const { work, version, counts } = seen
  if (work.bad.length > 0) fail('invalid', `还有 ${work.bad.length} 处要改，什么都没有写入`, 'file')
  if (seen.stamp !== stamp) fail('conflict', MOVED, 'stamp')
  if (counts.fresh + counts.changed === 0) return { kind, ...counts }
  const at = deps.now()
  const zh = `导入${IMPORT_ZH[kind]}：新增 ${counts.fresh}，修改 ${counts.changed}`
  const id = deps.newId()
  const done = await work
    .write({
      row: { kind, was: version, sha256: hash(bytes), ...counts, at },
      change: { id, kind: 'imported', subjectId: kind, zh, ...factsOf(work.steps), by: actor.id, at },
      send,
    })
    .catch((err: unknown) => {
      throw namesCross(err) ? fail('invalid', '有两行的名称正好对调。请先改其中一个，分两次导入', 'file') : err
    })
  return done ? { kind, ...counts } : fail('conflict', MOVED, 'stamp')
}

const namesCross = (err: unknown) =>
  ['units_name_key', 'units_trade_key', 'grids_name_key'].some((name) => brokenConstraint(err, name))

/** A resend is answered from what the first one left. */
export async function readImport({ db }: Deps, kind: string): Promise<ImportDone> {
  const row = (await findImport(db, kind)) ?? fail('not_found', '没有找到这次导入')
  return { kind: row.kind as ImportKind, fresh: row.fresh, changed: row.changed, same: row.same }
}
