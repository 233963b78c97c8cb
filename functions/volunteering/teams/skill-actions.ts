import type { Actor } from '../../../shared/people/roles'
import type { MySkills } from '../../../shared/volunteering/teams/skills-contract'
import type { Deps, Send } from '../../http/deps'
import { fail } from '../../http/refused'
import { findVolunteer } from '../sign-up-queries'
import { listSkills, recordSkills } from './skill-queries'

export async function readMySkills({ db }: Deps, actor: Actor): Promise<MySkills> {
  const [items, volunteer] = await Promise.all([listSkills(db, actor.id), findVolunteer(db, actor.id)])
  return { isVolunteer: volunteer !== undefined, items }
}

export async function chooseMySkills(deps: Deps, actor: Actor, skillIds: readonly string[], send: Send) {
  const known = new Set((await listSkills(deps.db, actor.id)).map(({ id }) => id))
  if (skillIds.some((id) => !known.has(id))) return fail('invalid', '没有这项技能，请刷新后重选', 'skillIds')
  const done = await recordSkills(deps.db, skillIds, deps.now(), send)
  return done ? readMySkills(deps, actor) : fail('wrong_state', '请先登记为志愿者，再选技能')
}
