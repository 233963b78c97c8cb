import { CLOCK } from '../../../shared/cases/case-now'
import { decideIssue } from '../../../shared/cases/supervision'
import { AUTOMATIC_ZH, SUPERVISION_TELLS } from '../../../shared/cases/supervision-words'
import { tellText } from '../../../shared/cases/tells'
import { isRefusal } from '../../../shared/kit/refusal'
import { addMinutes } from '../../../shared/kit/time'
import { brokenConstraint } from '../../db/errors'
import type { Deps } from '../../http/deps'
import { findMark, recordMark } from '../../notices/mark-queries'
import { readCalendar } from '../calendar'
import { type Running, recordWarning } from '../escalation-queries'
import { ONE_A_COLOUR } from './actions'
import { listReds } from './queries'
import { recordIssue } from './record-queries'
import { listUntoldSupervisions, type UntoldSupervision } from './tell-queries'

const ASK = { colour: 'red', level: 'county', isListed: false, note: AUTOMATIC_ZH } as const

/** 红色督办单 for cases past 150 %: one a case and cycle, however often and on however many servers it is swept. */
export async function issueReds(deps: Deps, reds: readonly Running[]) {
  if (reds.length === 0) return
  const calendar = await readCalendar(deps.db, deps.now())
  const known = await listReds(
    deps.db,
    reds.map(({ caseId }) => caseId),
  )
  for (const of of reds.filter(({ caseId, cycle }) => !known.has(`${caseId} ${cycle}`))) {
    const decision = decideIssue({ ...of, id: of.caseId }, CLOCK, ASK, { at: deps.now(), calendar })
    // A year without a calendar has no deadline yet: the next sweep looks again.
    if (isRefusal(decision)) continue
    const entry = { eventId: deps.newId(), byZh: '系统', send: null }
    await recordIssue(deps.db, deps.newId(), decision, entry).catch((err: unknown) => {
      // Another server was quicker.
      if (!brokenConstraint(err, ONE_A_COLOUR)) throw err
    })
  }
}

const BATCH = 200
/** The journal is read again a little way back: a row may be written by a slower request after a later one. */
const LOOK_BACK_MINUTES = 10
const MARK = 'tell-supervisions'

/** Tells the inboxes what the journal of the 督办台账 holds. */
export async function tellSupervisions(deps: Deps): Promise<number> {
  const mark = await findMark(deps.db, MARK)
  const events = await listUntoldSupervisions(deps.db, addMinutes(mark, -LOOK_BACK_MINUTES), BATCH)
  for (const event of events) await tell(deps, event)
  const last = events.at(-1)
  if (last) await recordMark(deps.db, MARK, addMinutes(last.at, events.length === BATCH ? LOOK_BACK_MINUTES : 0))
  return events.length
}

async function tell({ db }: Deps, event: UntoldSupervision) {
  const rule = SUPERVISION_TELLS[event.kind]
  if (!rule) return
  const { to, title, text } = rule
  const link = `/staff/cases/supervision?id=${event.supervisionId}`
  const words = tellText(text, { ...event, note: event.note.slice(0, 100) })
  await recordWarning(db, event, {
    ...{ cause: `supervision:${event.id}`, to, title, text: words, link, at: event.at },
    except: event.by,
  })
}
