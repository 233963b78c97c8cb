import type { TeamRow } from '@shared/volunteering/teams/contract'
import type { KindParent } from '@shared/volunteering/teams/teams'
import { TEAM_KINDS, type TeamKind } from '@shared/volunteering/volunteers'
import { TEAM_KIND_ZH } from '@shared/volunteering/words'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Choices } from '../../../ui/choices'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Select } from '../../../ui/select'
import { Sheet } from '../../../ui/sheet'
import type { TeamFields } from './use-teams'

type TeamSheetProps = {
  readonly title: string
  readonly teams: readonly TeamRow[]
  readonly kinds: readonly KindParent[]
  /** A team that is there keeps its kind. */
  readonly was?: TeamFields & { readonly id: string }
  readonly busy: boolean
  readonly onClose: () => void
  readonly onDone: (fields: TeamFields) => void
}

const TOP = 'top'

/** Name, kind, and the team it stands under: only those its kind may stand under. */
export function TeamSheet({ title, teams, kinds, was, busy, onClose, onDone }: TeamSheetProps) {
  const [name, setName] = useState(was?.name ?? '')
  const [kind, setKind] = useState<TeamKind>(was?.kind ?? 'squad')
  const [parentId, setParentId] = useState(was?.parentId ?? null)
  const fits = teams.filter(
    (team) =>
      !team.isClosed && team.id !== was?.id && kinds.some((one) => one.kind === kind && one.parentKind === team.kind),
  )
  const parent = fits.some(({ id }) => id === parentId) ? parentId : null
  const options = [{ id: TOP, zh: '县直属，没有上级' }, ...fits.map((team) => ({ id: team.id, zh: team.name }))]
  return (
    <Sheet title={title} open onClose={onClose}>
      <FormRow label="队伍名称">
        <Input label="队伍名称" value={name} onText={setName} placeholder="比如：护河分队" max={40} />
      </FormRow>
      {!was && (
        <FormRow label="类型">
          <Choices
            label="类型"
            look="tag"
            items={TEAM_KINDS.map((id) => ({ id, zh: TEAM_KIND_ZH[id] }))}
            picked={[kind]}
            onPick={(id) => setKind(TEAM_KINDS.find((one) => one === id) ?? 'squad')}
          />
        </FormRow>
      )}
      <FormRow label="上级队伍">
        <Select
          label="上级队伍"
          options={options}
          value={parent ?? TOP}
          onPick={(id) => setParentId(id === TOP ? null : id)}
        />
      </FormRow>
      <Box className="sheet-act">
        <Button
          busy={busy}
          disabled={name.trim() === ''}
          onTap={() => onDone({ name: name.trim(), kind, parentId: parent })}
        >
          {was ? '保存' : '建立队伍'}
        </Button>
      </Box>
    </Sheet>
  )
}
