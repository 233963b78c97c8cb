import type { z } from 'zod'
import type { BulkLine, PreviewBulk, TransitionCases } from '../../../shared/cases/bulk-contract'
import { transitionOf } from '../../../shared/cases/transitions'
import { namedId } from '../../../shared/kit/named-id'
import type { Actor } from '../../../shared/people/roles'
import type { Deps, Send } from '../../http/deps'
import { fail, Refused } from '../../http/refused'
import { decide, move, NOTHING_ASKED } from '../actions'
import { type FoundCase, findAnyCase, findCase } from '../case-queries'
import { listSentKeys, recordBulk } from './bulk-queries'

type Asked = z.output<typeof PreviewBulk.body>
type Bulk = z.output<typeof TransitionCases.body>
type Pick = Asked['cases'][number]
/** `isSeen` is false for a case that is no longer the actor's to see. */
type Try = (found: FoundCase, pick: Pick & { readonly isSeen: boolean }) => Promise<unknown>

/** So many cases at a time: a bulk must neither wait for each answer nor take the pool for itself. */
const ABREAST = 8

const askOf = ({ move: name, note, conditions, unitId, masterId, rejectReason, target }: Asked) => ({
  ...NOTHING_ASKED,
  ...{ move: name, note, photos: [], conditions, unitId, masterId, rejectReason, target },
})

/** Tries each case by itself: one that cannot be moved says why and leaves the others alone. */
async function eachOf(deps: Deps, actor: Actor, { cases, move: name }: Asked, attempt: Try) {
  const unique = [...new Map(cases.map((pick) => [pick.id, pick])).values()]
  const items: BulkLine[] = []
  for (let i = 0; i < unique.length; i += ABREAST)
    items.push(
      ...(await Promise.all(unique.slice(i, i + ABREAST).map((pick) => lineOf(deps, actor, name, { pick, attempt })))),
    )
  return { items }
}

async function lineOf(
  { db }: Deps,
  actor: Actor,
  name: Asked['move'],
  { pick, attempt }: { pick: Pick; attempt: Try },
): Promise<BulkLine> {
  const seen = await findCase(db, actor, pick.id)
  const found = seen ?? (await findAnyCase(db, actor, pick.id))
  const face = { id: pick.id, number: seen?.number ?? '', title: seen?.title ?? '' }
  if (!found) return { ...face, isOk: false, zh: '没有找到这件案件' }
  try {
    await attempt(found, { ...pick, isSeen: seen !== undefined })
    return { ...face, isOk: true, zh: `可以${transitionOf(name).zh}` }
  } catch (err) {
    if (err instanceof Refused) return { ...face, isOk: false, zh: err.refusal.zh }
    throw err
  }
}

/** What would become of each case; nothing is written. */
export const previewBulk = (deps: Deps, actor: Actor, asked: Asked) =>
  eachOf(deps, actor, asked, async (found, { version, isSeen }) => {
    if (!isSeen) fail('not_found', '没有找到这件案件')
    return decide(deps, actor, found, { ask: askOf(asked), version })
  })

export async function transitionCases(deps: Deps, actor: Actor, bulk: Bulk, send: Send) {
  const caseIds = bulk.cases.map(({ id }) => id)
  const at = deps.now()
  await recordBulk(deps.db, send, {
    id: deps.newId(),
    by: actor.id,
    move: bulk.move,
    caseIds,
    size: caseIds.length,
    at,
  })
  return runBulk(deps, actor, bulk)
}

/** Goes on where it was broken off: each case has a key of its own, drawn from that of the bulk. */
export async function runBulk(deps: Deps, actor: Actor, bulk: Bulk) {
  const keys = new Map(bulk.cases.map(({ id }) => [id, keyOf(bulk.key, id)]))
  const sent = await listSentKeys(deps.db, actor.id, [...keys.values()])
  const { items } = await eachOf(deps, actor, bulk, async (found, { version, isSeen }) => {
    const key = keys.get(found.id) ?? ''
    if (sent.has(key)) return
    if (!isSeen) fail('not_found', '没有找到这件案件')
    const send = { personId: actor.id, key, op: 'case-bulks', bodyHash: bulk.key }
    await move(deps, actor, found, { ask: askOf(bulk), version, send })
  })
  const { zh } = transitionOf(bulk.move)
  return { items: items.map((line) => (line.isOk ? { ...line, zh: `已${zh}` } : line)) }
}

/** A key as the phones mint them, the same for the same bulk and case. */
const keyOf = (bulkKey: string, caseId: string) => namedId(`${bulkKey} ${caseId}`)
