import type { TeamRow } from '@shared/volunteering/teams/contract'

export type Leaf = { readonly team: TeamRow; readonly depth: number }

/** Each team after the one it stands under; one whose parent is not in the list stands at the top. */
export function treeOf(teams: readonly TeamRow[]): readonly Leaf[] {
  const known = new Set(teams.map(({ id }) => id))
  const under = (parentId: string | null, depth: number): Leaf[] =>
    teams
      .filter((team) => (parentId === null ? !team.parentId || !known.has(team.parentId) : team.parentId === parentId))
      .flatMap((team) => [{ team, depth }, ...under(team.id, depth + 1)])
  return under(null, 0)
}
