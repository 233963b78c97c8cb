import { ChooseMySkills, ListMySkills } from '@shared/volunteering/teams/skills-contract'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { useSend } from '../../../api/use-send'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'

/** 我的技能: each tap is kept at once. */
export function SkillsCard() {
  const load = useLoad(ListMySkills, { params: {}, body: {} })
  const { send } = useSend()
  const mine = load.data
  if (!mine?.isVolunteer) return null
  const picked = mine.items.flatMap(({ id, has }) => (has ? [id] : []))
  const toggle = (id: string) => {
    const skillIds = picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id]
    return send(`skills ${skillIds.join()}`, async (key) => {
      await call(ChooseMySkills, { params: {}, body: { key, skillIds } })
      await load.reload()
    })
  }
  return (
    <Card title="我的技能" aside={picked.length > 0 ? `${picked.length} 项` : '可多选'}>
      <Choices label="我的技能" look="tag" many items={mine.items} picked={picked} onPick={(id) => void toggle(id)} />
    </Card>
  )
}
