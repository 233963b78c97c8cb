import { type Refusal, refuse } from '../../kit/refusal'
import { type Actor, holds } from '../../people/roles'
import type { TeamKind } from '../volunteers'
import { TEAM_KIND_ZH } from '../words'

export const TEAM_MOVES = ['create', 'rename', 'move', 'close'] as const
export type TeamMove = (typeof TEAM_MOVES)[number]

/** Rows of the county: a kind and one it may stand under. */
export type KindParent = { readonly kind: TeamKind; readonly parentKind: TeamKind }

export type TeamNow = {
  readonly id: string
  readonly name: string
  readonly kind: TeamKind
  readonly parentId: string | null
  readonly closedAt: Date | null
  readonly version: number
}
export type Parent = Pick<TeamNow, 'id' | 'name' | 'kind' | 'closedAt'>
/** The chain above the team it shall stand under, that team included. */
export type Above = readonly Parent[]

declare const decided: unique symbol
/** Minted only here, and the only thing `recordTeam` accepts. */
export type TeamDecision = {
  readonly was: TeamNow
  readonly name: string
  readonly parentId: string | null
  readonly closes: boolean
  readonly move: TeamMove
  readonly wasZh: string
  readonly isZh: string
  readonly at: Date
  readonly [decided]: true
}

type Place = { readonly above: Above; readonly kinds: readonly KindParent[] }

/** 新建队伍. */
export function decideTeam(actor: Actor, made: TeamNow, { above, kinds }: Place, at: Date): TeamDecision | Refusal {
  const stopped = onlyAdmin(actor) ?? whyNotUnder(made, above, kinds)
  const isZh = [...above]
    .reverse()
    .concat(made)
    .map(({ name }) => name)
    .join(' › ')
  const { name, parentId } = made
  return stopped ?? ({ was: made, name, parentId, closes: false, move: 'create', wasZh: '', isZh, at } as TeamDecision)
}

type Change = { readonly name: string; readonly parentId: string | null; readonly wasZh: string }

/** 改名、改隶属: one at a time or both, never into its own sub-team. */
export function decideTeamChange(actor: Actor, was: TeamNow, ask: Change, place: Place, at: Date) {
  const { name, parentId } = ask
  const moves = parentId !== was.parentId
  const stopped = onlyAdmin(actor) ?? whyNotOpen(was) ?? (moves ? whyNotUnder(was, place.above, place.kinds) : null)
  if (stopped) return stopped
  if (!moves && name === was.name) return refuse('invalid', '没有改动', 'name')
  const wasZh = [ask.wasZh, was.name].filter(Boolean).join(' › ')
  const isZh = [...place.above]
    .reverse()
    .map((one) => one.name)
    .concat(name)
    .join(' › ')
  const move = moves ? 'move' : 'rename'
  return { was, name, parentId, closes: false, move, wasZh, isZh, at } as TeamDecision
}

type Left = { readonly openTeams: number; readonly openActivities: number }

/** 停用: what is below and what is planned comes first; hours stay with the team for ever. */
export function decideTeamClose(actor: Actor, was: TeamNow, left: Left, at: Date): TeamDecision | Refusal {
  const stopped = onlyAdmin(actor) ?? whyNotOpen(was)
  if (stopped) return stopped
  if (left.openTeams > 0) return refuse('wrong_state', `下面还有 ${left.openTeams} 支队伍，请先改隶属或停用`)
  if (left.openActivities > 0)
    return refuse('wrong_state', `还有 ${left.openActivities} 个活动没有结束，请先办完或取消`)
  const { name, parentId } = was
  return { was, name, parentId, closes: true, move: 'close', wasZh: name, isZh: '', at } as TeamDecision
}

const onlyAdmin = (actor: Actor) => (holds(actor, 'admin') ? null : refuse('forbidden', '只有管理员能设置队伍'))
const whyNotOpen = ({ closedAt }: TeamNow) => (closedAt ? refuse('wrong_state', '这支队伍已经停用') : null)

function whyNotUnder(team: TeamNow, above: Above, kinds: readonly KindParent[]): Refusal | null {
  const [parent] = above
  if (!parent) return null
  if (above.some(({ id }) => id === team.id)) return refuse('invalid', '队伍不能放到自己或自己的下级下面', 'parentId')
  if (parent.closedAt) return refuse('invalid', '上级队伍已经停用', 'parentId')
  if (kinds.some(({ kind, parentKind }) => kind === team.kind && parentKind === parent.kind)) return null
  return refuse('invalid', `${TEAM_KIND_ZH[team.kind]}不能放在${TEAM_KIND_ZH[parent.kind]}下面`, 'parentId')
}

/** Who acts for a team: an administrator, or whoever leads it or a team above it. */
export const mayActFor = (actor: Actor, ledTeamIds: readonly string[], teamId: string) =>
  holds(actor, 'admin') || ledTeamIds.includes(teamId)
