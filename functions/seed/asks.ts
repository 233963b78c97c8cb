import type { Beat, Line } from '../../schema/seed/demo/special'
import { storyOf } from '../../schema/seed/demo/stories'
import type { Ask } from '../../shared/cases/case-now'
import { dueAfter } from '../../shared/cases/clocks'
import type { CaseMove } from '../../shared/cases/transitions'
import { isRefusal } from '../../shared/kit/refusal'
import { addDays } from '../../shared/kit/time'
import { NOTHING_ASKED } from '../cases/actions'
import type { FoundCase } from '../cases/case-queries'
import { firstIdOf } from './dice'
import type { Past } from './past'
import type { Cast } from './people'

export const reportName = (key: string) => `${key}/report`
export const caseIdOf = (key: string) => firstIdOf(reportName(key))

export type Scene = {
  readonly line: Line
  readonly beat: Beat
  readonly unitId: string
  readonly past: Past
  readonly cast: Cast
}
type Fill = (scene: Scene, found: FoundCase) => Partial<Ask>

/** What a person fills in for a move where the line of the story does not say it. */
const FILLS: { readonly [move in CaseMove]?: Fill } = {
  send_verify: ({ cast }) => ({ inspectorId: cast('meng').id }),
  file: ({ line }, { category }) => ({
    conditions: [...category.filingConditions].slice(0, 2),
    urgency: line.urgency ?? null,
    isPublic: !category.isPrivate,
  }),
  reject: () => ({ rejectReason: 'untrue' }),
  merge: ({ beat: [, , more] }) => ({ masterId: caseIdOf(more?.into ?? '') }),
  dispatch: ({ unitId, beat: [, , more] }) => ({
    unitId: more?.unitId ?? unitId,
    coUnitIds: [...(more?.coUnitIds ?? [])],
  }),
  ask_extend: (scene, found) => ({ newDueAt: later(scene, found) }),
  extend: (scene, found) => ({ newDueAt: later(scene, found) }),
  suspend: ({ line, past }) => ({
    suspendReason: storyOf(line.story).place === 'river' ? 'season' : 'construction',
    reviewAt: addDays(past.at, 20),
  }),
  handle: ({ line }) => ({ note: storyOf(line.story).fixed }),
  close: ({ line }, { category }) => ({
    conditions: [...category.closingConditions],
    photoWaiver: line.isBrief ? '已到现场看过，与反馈照片一致' : '',
  }),
  transfer: () => ({ target: '省通信管理部门', externalNumber: 'TX-0917' }),
  reclass: ({ beat: [, , more] }) => ({ categoryCode: more?.code ?? null }),
}

/** Two fifths of the limit once more, which the rule allows. */
function later({ past }: Scene, { dueAt, limitMinutes, limitClock }: FoundCase) {
  const due =
    dueAt && dueAfter(past.calendar, dueAt, { minutes: Math.round((limitMinutes ?? 0) * 0.4), clock: limitClock })
  return due === null || isRefusal(due) ? null : due
}

export function askOf(scene: Scene, found: FoundCase, photos: readonly string[]): Ask {
  const [move, , more] = scene.beat
  return {
    ...NOTHING_ASKED,
    note: '',
    ...FILLS[move]?.(scene, found),
    ...(more?.note ? { note: more.note } : {}),
    move,
    photos,
  }
}
