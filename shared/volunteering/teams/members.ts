import { type Refusal, refuse } from '../../kit/refusal'
import { type Actor, holds } from '../../people/roles'

export const MEMBER_ROLES = ['member', 'lead'] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]

export const MEMBER_STATES = [
  'asked',
  'active',
  'refused',
  'taken_back',
  'left',
  'moved',
  'dismissed',
  'closed',
] as const
export type MemberState = (typeof MEMBER_STATES)[number]

type Who = 'self' | 'lead' | 'admin'
type Transition = {
  zh: string
  from: MemberState
  /** Needed before; null for either. */
  role: MemberRole | null
  to: MemberState
  gives: MemberRole
  by: readonly Who[]
  note: boolean
}

/** 队员流转: the whole stay of a person in a team. Nobody accepts himself. */
// biome-ignore format: a table reads by its columns
export const MEMBER_TRANSITIONS = {
  accept:     { zh: '同意入队', from: 'asked',  role: null,     to: 'active',     gives: 'member', by: ['lead', 'admin'], note: false },
  refuse:     { zh: '不同意',   from: 'asked',  role: null,     to: 'refused',    gives: 'member', by: ['lead', 'admin'], note: true },
  take_back:  { zh: '撤回申请', from: 'asked',  role: null,     to: 'taken_back', gives: 'member', by: ['self'],          note: false },
  leave:      { zh: '退出队伍', from: 'active', role: null,     to: 'left',       gives: 'member', by: ['self'],          note: false },
  dismiss:    { zh: '移出队伍', from: 'active', role: 'member', to: 'dismissed',  gives: 'member', by: ['lead', 'admin'], note: true },
  appoint:    { zh: '设为队长', from: 'active', role: 'member', to: 'active',     gives: 'lead',   by: ['admin'],         note: false },
  stand_down: { zh: '卸任队长', from: 'active', role: 'lead',   to: 'active',     gives: 'member', by: ['self', 'admin'], note: false },
} as const satisfies Record<string, Transition>
export type MemberMove = keyof typeof MEMBER_TRANSITIONS
export const MEMBER_MOVES = Object.keys(MEMBER_TRANSITIONS) as [MemberMove, ...MemberMove[]]

/** What the journal holds beside the moves: the asking, the end by a transfer and by the closing of a team. */
export const MEMBER_EVENTS = ['ask', ...MEMBER_MOVES, 'moved', 'closed'] as const

export type MemberNow = {
  readonly id: string
  readonly teamId: string
  readonly personId: string
  readonly role: MemberRole
  readonly state: MemberState
  readonly isPrimary: boolean
  readonly fromId: string | null
  readonly since: Date | null
  readonly isTeamClosed: boolean
  readonly version: number
}

declare const decided: unique symbol
/** Minted only by `decideMember`, and the only thing `recordMember` accepts. */
export type MemberDecision = {
  readonly was: MemberNow
  readonly to: MemberState
  readonly role: MemberRole
  readonly move: MemberMove
  readonly note: string
  readonly by: string
  readonly at: Date
  readonly [decided]: true
}

type Ask = { readonly move: MemberMove; readonly note: string }

/** `ledTeamIds`: the teams this person leads, sub-teams included. */
export function decideMember(was: MemberNow, actor: Actor, ledTeamIds: readonly string[], ask: Ask, at: Date) {
  const { zh, from, role, to, gives, by, note }: Transition = MEMBER_TRANSITIONS[ask.move]
  if (!by.some((who) => IS[who](was, actor, ledTeamIds))) return refuse('forbidden', `您不能${zh}`)
  if (was.state !== from || (role !== null && was.role !== role)) return refuse('wrong_state', `现在不能${zh}，请刷新`)
  if (ask.move === 'accept' && was.isTeamClosed) return refuse('wrong_state', '这支队伍已经停用')
  if (note && ask.note === '') return refuse('missing', '请写明原因', 'note')
  return { was, to, role: gives, move: ask.move, note: ask.note, by: actor.id, at } as MemberDecision
}

const IS: Record<Who, (was: MemberNow, actor: Actor, led: readonly string[]) => boolean> = {
  self: ({ personId }, { id }) => personId === id,
  lead: ({ personId, teamId }, { id }, led) => personId !== id && led.includes(teamId),
  admin: ({ personId }, actor) => personId !== actor.id && holds(actor, 'admin'),
}

export const openMemberMoves = (was: MemberNow, actor: Actor, led: readonly string[], at: Date) =>
  MEMBER_MOVES.filter((move) => !('refused' in decideMember(was, actor, led, { move, note: '原因' }, at)))

export type Stay = Pick<MemberNow, 'id' | 'teamId' | 'state' | 'isPrimary' | 'role'>
type Asking = {
  readonly isVolunteer: boolean
  readonly team: { readonly id: string; readonly closedAt: Date | null }
  /** All of this person's live stays. */
  readonly stays: readonly Stay[]
}

declare const asked: unique symbol
export type JoinDecision = { readonly teamId: string; readonly fromId: string | null; readonly [asked]: true }

/** Asking to join, or to be transferred: the primary team is then left the moment the new one agrees. */
export function decideJoin({ isVolunteer, team, stays }: Asking, transfer: boolean): JoinDecision | Refusal {
  if (!isVolunteer) return refuse('wrong_state', '请先登记为志愿者，再申请入队')
  if (team.closedAt) return refuse('wrong_state', '这支队伍已经停用，不再收人')
  const here = stays.find(({ teamId }) => teamId === team.id)
  if (here) return refuse('conflict', here.state === 'asked' ? '已经申请过，请等队长答复' : '您已经在这支队伍里')
  if (!transfer) return { teamId: team.id, fromId: null } as JoinDecision
  const primary = stays.find(({ isPrimary, state }) => isPrimary && state === 'active')
  if (!primary) return refuse('wrong_state', '您现在没有主队，直接申请入队即可')
  if (primary.role === 'lead') return refuse('wrong_state', '您是主队的队长，请先卸任，再申请转队')
  return { teamId: team.id, fromId: primary.id } as JoinDecision
}
