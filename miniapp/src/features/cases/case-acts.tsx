import type { MyCaseView } from '@shared/cases/contract'
import type { CaseState } from '@shared/cases/states'
import { Box } from '../../ui/box'
import { confirm } from '../../ui/confirm'
import { Icon } from '../../ui/icon'
import type { IconName } from '../../ui/icons'
import { Tap } from '../../ui/tap'
import { toast } from '../../ui/toast'
import { Txt } from '../../ui/txt'
import { ShareCase } from './share-case'
import { type MyMove, type Said, useIsPublic } from './use-my-case'

type CaseActsProps = {
  readonly c: MyCaseView
  readonly busy: string | null
  readonly onAct: (move: MyMove) => void
  readonly move: (name: MyMove, said: Said) => Promise<boolean>
}

const NOTHING: Said = { note: '', photos: [] }

/** What the server offers, and 催办 greyed until the promised time has passed. */
export function CaseActs({ c: { id, moves, state }, busy, onAct, move }: CaseActsProps) {
  const may = (name: MyMove) => moves.includes(name)
  const nudge = async () => {
    if (await move('nudge', NOTHING)) toast('已催办，单位会收到提醒', 'ok')
  }
  const withdraw = async () => {
    const sure = await confirm({
      title: '撤回这件反映吗',
      zh: '撤回后不再办理，记录会保留。',
      yes: '撤回反映',
      danger: true,
    })
    if (sure && (await move('withdraw', NOTHING))) toast('已撤回', 'ok')
  }
  const isRunning = RUNNING.includes(state)
  const isShared = useIsPublic(id)
  if (!isRunning && !isShared && !may('object') && !may('withdraw')) return null
  return (
    <Box className="card is-flush case-acts">
      {may('object') && <ActTap icon="message-question" zh="提出异议" onTap={() => onAct('object')} />}
      {isRunning && (
        <ActTap
          icon="bell-exclamation"
          zh={may('nudge') ? '催办' : '超时可催办'}
          disabled={!may('nudge') || busy !== null}
          onTap={() => void nudge()}
        />
      )}
      {may('withdraw') && (
        <ActTap icon="arrow-back-up" zh="撤回" disabled={busy !== null} onTap={() => void withdraw()} />
      )}
      {isShared && <ShareCase id={id} />}
    </Box>
  )
}

const RUNNING: readonly CaseState[] = ['filed', 'dispatched', 'processing']

type ActTapProps = {
  readonly icon: IconName
  readonly zh: string
  readonly disabled?: boolean
  readonly onTap: () => void
}

const ActTap = ({ icon, zh, disabled = false, onTap }: ActTapProps) => (
  <Tap className="case-act" disabled={disabled} onTap={onTap}>
    <Icon name={icon} size={20} />
    <Txt>{zh}</Txt>
  </Tap>
)
