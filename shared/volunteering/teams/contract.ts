import * as z from 'zod'
import { endpoint } from '../../kit/endpoint'
import { idParams, key, moment, nothing, pageOf, pageQuery, someWords, words } from '../../kit/fields'
import { ActivityCard } from '../contract'
import { TEAM_KINDS } from '../volunteers'
import { MEMBER_MOVES, MEMBER_ROLES, MEMBER_STATES } from './members'

const TeamRow = z.object({
  id: z.string(),
  name: z.string(),
  parentId: z.string().nullable(),
  kind: z.enum(TEAM_KINDS),
  isClosed: z.boolean(),
  /** Null: fewer than five. */
  members: z.int().nullable(),
})
export type TeamRow = z.output<typeof TeamRow>

export const ListTeams = endpoint({
  verb: 'GET',
  path: '/api/teams',
  who: 'anyone',
  zh: '志愿服务队伍：总队、分队、小队和实践中心、所、站；少于 5 人的不显示人数',
  params: nothing,
  body: nothing,
  reply: z.object({
    items: z.array(TeamRow),
    /** 隶属关系: which kind may stand under which. */
    kinds: z.array(z.object({ kind: z.enum(TEAM_KINDS), parentKind: z.enum(TEAM_KINDS) })),
  }),
})

const Named = z.object({ id: z.string(), name: z.string(), kind: z.enum(TEAM_KINDS) })
const Mine = z.object({
  id: z.string(),
  role: z.enum(MEMBER_ROLES),
  state: z.enum(MEMBER_STATES),
  isPrimary: z.boolean(),
  moves: z.array(z.enum(MEMBER_MOVES)),
})

export const TeamView = z.object({
  ...TeamRow.shape,
  /** From the top down to the one above it. */
  chain: z.array(Named),
  children: z.array(Named),
  /** Sub-teams included, from the ledger; null: fewer than five people. */
  minutes: z.int().nullable(),
  upcoming: z.array(ActivityCard),
  mine: Mine.nullable(),
  /** Whether this person may ask to join, and to be transferred here from the primary team of that name. */
  mayJoin: z.boolean(),
  transferFrom: z.string().nullable(),
  /** May read the members and answer requests. */
  leads: z.boolean(),
  mayChange: z.boolean(),
  asking: z.int(),
  version: z.int(),
})
export type TeamView = z.output<typeof TeamView>

export const GetTeam = endpoint({
  verb: 'GET',
  path: '/api/teams/:id',
  who: 'anyone',
  zh: '一支队伍：隶属、人数、时长合计（含下级）、近期活动；登录后附本人在队情况',
  params: idParams,
  body: nothing,
  reply: TeamView,
})

const teamName = someWords('队伍名称', 40)
const parentId = z.string('请选择上级队伍').min(1, '请选择上级队伍').max(64, '请选择上级队伍').nullable()

export const CreateTeam = endpoint({
  verb: 'POST',
  path: '/api/teams',
  who: ['admin'],
  zh: '新建队伍，放在哪支队伍下面',
  params: nothing,
  body: z.strictObject({ key, name: teamName, kind: z.enum(TEAM_KINDS, '请选择队伍类型'), parentId }),
  reply: TeamView,
})

export const ChangeTeam = endpoint({
  verb: 'POST',
  path: '/api/teams/:id/changes',
  who: ['admin'],
  zh: '队伍改名、改隶属；不能放到自己的下级下面',
  params: idParams,
  body: z.strictObject({ key, name: teamName, parentId }),
  reply: TeamView,
})

export const CloseTeam = endpoint({
  verb: 'POST',
  path: '/api/teams/:id/closings',
  who: ['admin'],
  zh: '停用队伍：队员离队，时长合计不变',
  params: idParams,
  body: z.strictObject({ key }),
  reply: TeamView,
})

export const JoinTeam = endpoint({
  verb: 'POST',
  path: '/api/teams/:id/requests',
  who: 'signed_in',
  zh: '申请入队，或从主队转到这支队伍',
  params: idParams,
  body: z.strictObject({ key, words: words('想说的话', 200).default(''), transfer: z.boolean().default(false) }),
  reply: TeamView,
})

const Member = z.object({
  id: z.string(),
  displayName: z.string(),
  number: z.string(),
  role: z.enum(MEMBER_ROLES),
  state: z.enum(MEMBER_STATES),
  isPrimary: z.boolean(),
  /** The team a transfer comes from. */
  fromZh: z.string().nullable(),
  words: z.string(),
  askedAt: moment,
  since: moment.nullable(),
  until: moment.nullable(),
  moves: z.array(z.enum(MEMBER_MOVES)),
})
export type TeamMember = z.output<typeof Member>

export const ListTeamMembers = endpoint({
  verb: 'GET',
  path: '/api/teams/:id/members',
  who: 'signed_in',
  zh: '队员名单和入队申请，只给队长和管理员',
  params: idParams,
  body: z.strictObject({ ...pageQuery, list: z.enum(['asked', 'active', 'past']).default('active') }),
  reply: pageOf(Member),
})

export const MoveTeamMember = endpoint({
  verb: 'POST',
  path: '/api/team-members/:id/transitions',
  who: 'signed_in',
  zh: '同意或不同意入队、撤回、退出、移出、任免队长',
  params: idParams,
  body: z.strictObject({
    key,
    move: z.enum(MEMBER_MOVES, '请选择要做的一步'),
    note: words('原因', 200).default(''),
  }),
  reply: TeamView,
})

const MyTeam = z.object({
  id: z.string(),
  teamId: z.string(),
  teamName: z.string(),
  role: z.enum(MEMBER_ROLES),
  state: z.enum(MEMBER_STATES),
  isPrimary: z.boolean(),
  askedAt: moment,
  since: moment.nullable(),
  until: moment.nullable(),
})
export type MyTeam = z.output<typeof MyTeam>

export const ListMyTeams = endpoint({
  verb: 'GET',
  path: '/api/my-teams',
  who: 'signed_in',
  zh: '本人的队伍和经历：在队的在前，离开过的也留着',
  params: nothing,
  body: nothing,
  reply: z.object({ items: z.array(MyTeam) }),
})
