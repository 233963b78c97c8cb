/** 发送状态: queued and sending wait or are under way; the rest are ends, of which a dead one can be sent again by hand. */
export const OUTBOX_STATES = ['queued', 'sending', 'sent', 'stopped', 'dead', 'dropped'] as const
export type OutboxState = (typeof OUTBOX_STATES)[number]
export const OUTBOX_STATE_ZH: Record<OutboxState, string> = {
  queued: '等待发送',
  sending: '正在发送',
  sent: '已发送',
  stopped: '对方未授权',
  dead: '发不出去',
  dropped: '不再发送',
}

/** What a try came to: WeChat's answer, or that nobody may or can be sent it any more. */
export type Outcome = 'sent' | 'gone' | 'busy' | 'bad' | 'unseen'
type Step = { readonly state: OutboxState; readonly afterMinutes: number | null }

/** How often a message is tried before it is put aside for a person, and how long it waits in between. */
const TRIES_MAX = 6
const WAITS_MINUTES = [1, 2, 5, 15, 60]

const ENDS: Record<Exclude<Outcome, 'busy'>, OutboxState> = {
  sent: 'sent',
  gone: 'stopped',
  bad: 'dead',
  unseen: 'dropped',
}

/** Where a message stands after its `tries`-th try. 43101 is an end, never a reason to try again. */
export function stepAfter(outcome: Outcome, tries: number): Step {
  if (outcome !== 'busy') return { state: ENDS[outcome], afterMinutes: null }
  if (tries >= TRIES_MAX) return { state: 'dead', afterMinutes: null }
  return { state: 'queued', afterMinutes: WAITS_MINUTES[tries - 1] ?? 60 }
}
