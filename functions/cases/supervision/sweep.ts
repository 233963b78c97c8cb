import { CLOCK } from '../../../shared/cases/case-now'
import { decideIssue } from '../../../shared/cases/supervision'
import { AUTOMATIC_ZH, SUPERVISION_TELLS } from '../../../shared/cases/supervision-words'
import { tellText } from '../../../shared/cases/tells'
import { isRefusal } from '../../../shared/kit/refusal'
import { brokenConstraint } from '../../db/errors'
import type { Deps } from '../../http/deps'
import { each, tellOn } from '../../notices/telling'
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

/** Tells the inboxes what the journal of the 督办台账 holds. */
export const tellSupervisions = (deps: Deps) =>
  tellOn(deps.db, {
    mark: 'tell-supervisions',
    list: (from, size) => listUntoldSupervisions(deps.db, from, size),
    tell: each((event: UntoldSupervision) => tell(deps, event)),
  })

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
