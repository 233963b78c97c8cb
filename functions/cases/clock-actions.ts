import { CLOCK } from '../../shared/cases/case-now'
import type { CaseState } from '../../shared/cases/states'
import { CASE_TELLS, messageKindOf, tellText } from '../../shared/cases/tells'
import type { CaseMove } from '../../shared/cases/transitions'
import type { Deps } from '../http/deps'
import { Refused } from '../http/refused'
import { each, TELL_BATCH, tellOn } from '../notices/telling'
import { move, NOTHING_ASKED } from './actions'
import { findAnyCase } from './case-queries'
import { publicPlace } from './public-place'
import { listLapsed, listUntold, recordNotices, type Untold } from './tell-queries'

/** Tells the inboxes what the journal of cases holds. */
export const tellCases = (deps: Deps) =>
  tellOn(deps.db, {
    mark: 'tell-cases',
    list: (from, size) => listUntold(deps.db, from, size),
    tell: each((event: Untold) => tell(deps, event)),
  })

async function tell(deps: Deps, event: Untold) {
  const facts = { ...event, note: event.note.slice(0, 100) }
  for (const { to, title, text } of CASE_TELLS[event.kind] ?? []) {
    if (to !== 'followers') {
      const link = `/staff/cases/detail?id=${event.caseId}`
      await recordNotices(deps.db, event, { to, title, text: tellText(text, facts), link })
      continue
    }
    const link = `/pages/cases/progress?id=${event.caseId}`
    const coarse = { ...facts, ...coarsely(deps, event) }
    for (const [ear, said] of [
      ['reporter', facts],
      ['joiners', coarse],
    ] as const) {
      const words = tellText(text, said)
      const push = { title: said.title, state: title, text: words, at: event.at.toISOString() }
      const message = { to: ear, title, text: words, link }
      await recordNotices(deps.db, event, message, { kind: messageKindOf(event.kind), facts: push })
    }
  }
}

/** Who only joined a case of a sensitive class is told of the grid, never of the door. */
function coarsely(deps: Deps, event: Untold) {
  const { title, addressZh } = publicPlace(deps, { ...event, id: event.caseId, addressZh: event.address })
  return { title, address: addressZh }
}

/** What time does: silence ends a supplement, a review date ends 挂账, an inspection nobody answered comes back to the desk. */
const BY_TIME: { readonly [state in CaseState]?: readonly [CaseMove, note: string] } = {
  supplement: ['lapse', '三天内没有收到补充'],
  suspended: ['resume', ''],
  verifying: ['report_back', '现场核实超过两个工作小时没有回报，退回审核'],
}

export async function sweepCases(deps: Deps): Promise<number> {
  const lapsed = await listLapsed(deps.db, deps.now(), TELL_BATCH)
  for (const { id, state } of lapsed) await moveByTime(deps, id, state)
  return lapsed.length
}

async function moveByTime(deps: Deps, id: string, state: CaseState) {
  const [found, due] = [await findAnyCase(deps.db, CLOCK, id), BY_TIME[state]]
  if (!found || !due || found.state !== state) return
  const [name, note] = due
  const rejectReason = name === 'lapse' ? 'too_little' : null
  const ask = { ...NOTHING_ASKED, move: name, note, photos: [], rejectReason } as const
  // Somebody was quicker, or the year has no calendar yet: the next sweep looks again.
  await move(deps, CLOCK, found, { ask, version: found.version, send: null }).catch((err: unknown) => {
    if (!(err instanceof Refused)) throw err
  })
}
