import type { MemberNow } from '../../../shared/volunteering/teams/members'

type Row = Omit<MemberNow, 'isTeamClosed'>

export const memberNow = (row: Row, closedAt: Date | null): MemberNow => {
  const { id, teamId, personId, role, state, isPrimary, fromId, since, version } = row
  return { id, teamId, personId, role, state, isPrimary, fromId, since, version, isTeamClosed: closedAt !== null }
}
