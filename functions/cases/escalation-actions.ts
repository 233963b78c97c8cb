import { ESCALATIONS, escalationCause, phaseAt, type RaisedPhase, TOLD_IN } from '../../shared/cases/escalation'
import { tellText } from '../../shared/cases/tells'
import type { Deps } from '../http/deps'
import { readCalendar } from './calendar'
import { listRunning, listTold, type Running, recordWarning } from './escalation-queries'
import { issueReds } from './supervision/sweep'

const PAGE = 500

type Raised = { readonly of: Running; readonly phase: RaisedPhase; readonly cause: string }

/** Tells who has to hear of a case that runs out of time; late, twice or at the same time as another server, nobody hears it twice. */
export async function sweepEscalations(deps: Deps): Promise<number> {
  let told = 0
  let afterId = ''
  for (;;) {
    const page = await listRunning(deps.db, afterId, PAGE)
    told += await warn(deps, page)
    const last = page.at(-1)
    if (!last || page.length < PAGE) return told
    afterId = last.caseId
  }
}

async function warn(deps: Deps, page: readonly Running[]) {
  const calendar = await readCalendar(deps.db, deps.now())
  const raised = page.flatMap((of): Raised[] => {
    const phase = phaseAt(calendar, of, deps.now())
    // A year without a calendar has no phase yet: the next sweep looks again.
    if (typeof phase !== 'string') return []
    return TOLD_IN[phase].map((one) => ({ of, phase: one, cause: escalationCause(of.caseId, of.cycle, one) }))
  })
  await issueReds(
    deps,
    page.filter((of) => phaseAt(calendar, of, deps.now()) === 'red'),
  )
  const known = await listTold(
    deps.db,
    raised.map(({ cause }) => cause),
  )
  const fresh = raised.filter(({ cause }) => !known.has(cause))
  for (const { of, phase, cause } of fresh) {
    const { to, zh, text } = ESCALATIONS[phase]
    const link = `/staff/cases/detail?id=${of.caseId}`
    const words = tellText(text, { ...of, note: '' })
    await recordWarning(deps.db, of, { cause, to, title: zh, text: words, link, at: deps.now() })
  }
  return fresh.length
}
