import type { Hono } from 'hono'
import {
  ChangeTeam,
  CloseTeam,
  CreateTeam,
  GetTeam,
  JoinTeam,
  ListMyTeams,
  ListTeamMembers,
  ListTeams,
  MoveTeamMember,
} from '../../../shared/volunteering/teams/contract'
import { ChooseMySkills, ListMySkills } from '../../../shared/volunteering/teams/skills-contract'
import type { Env } from '../../http/deps'
import { mount } from '../../http/mount'
import { joinTeam, moveMember, readMembers, readMoved, readMyTeams } from './member-actions'
import { chooseMySkills, readMySkills } from './skill-actions'
import { changeTeam, closeTeam, createTeam, readTeam, readTeams } from './team-actions'

export function teamRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListTeams, ({ deps }) => readTeams(deps))
  on(GetTeam, ({ deps, actor, params }) => readTeam(deps, actor, params.id))
  on(
    CreateTeam,
    ({ deps, actor, body, send }) => createTeam(deps, actor, body, send),
    ({ deps, actor, subjectId }) => readTeam(deps, actor, subjectId),
  )
  on(
    ChangeTeam,
    ({ deps, actor, params, body, send }) => changeTeam(deps, actor, params.id, body, send),
    ({ deps, actor, params }) => readTeam(deps, actor, params.id),
  )
  on(
    CloseTeam,
    ({ deps, actor, params, send }) => closeTeam(deps, actor, params.id, send),
    ({ deps, actor, params }) => readTeam(deps, actor, params.id),
  )
  memberRoutes(app)
}

function memberRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(
    JoinTeam,
    ({ deps, actor, params, body, send }) => joinTeam(deps, actor, params.id, body, send),
    ({ deps, actor, params }) => readTeam(deps, actor, params.id),
  )
  on(ListTeamMembers, ({ deps, actor, params, body }) => readMembers(deps, actor, params.id, body))
  on(
    MoveTeamMember,
    ({ deps, actor, params, body, send }) => moveMember(deps, actor, params.id, body, send),
    ({ deps, actor, params }) => readMoved(deps, actor, params.id),
  )
  on(ListMyTeams, ({ deps, actor }) => readMyTeams(deps, actor))
  on(ListMySkills, ({ deps, actor }) => readMySkills(deps, actor))
  on(
    ChooseMySkills,
    ({ deps, actor, body, send }) => chooseMySkills(deps, actor, body.skillIds, send),
    ({ deps, actor }) => readMySkills(deps, actor),
  )
}
