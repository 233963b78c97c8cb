import { STEP_OF, STEPS_ZH } from '@shared/cases/words'
import { Box } from '../../ui/box'
import { Icon } from '../../ui/icon'
import { go } from '../../ui/nav'
import { Steps } from '../../ui/steps'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'
import { CaseChip } from '../cases/case-chip'
import { PROGRESS, PromiseLine } from '../cases/case-row'
import { useMyOpenCases } from '../cases/use-my-cases'

/** My newest open case; the others are one tap away. */
export function MyCaseCard() {
  const { newest, countZh, items, load } = useMyOpenCases()
  if (load.failure?.kind === 'signed_out' && !newest) return <AskIn />
  if (!newest) return null
  return (
    <Box className="card my-case">
      <Tap className="my-case-main" onTap={() => go(PROGRESS, { id: newest.id })}>
        <Box className="case-title">
          <Txt size="title-3" strong className="grow">
            {newest.title}
          </Txt>
          <CaseChip state={newest.state} />
        </Box>
        <PromiseLine row={newest} />
        <Steps items={STEPS_ZH} now={STEP_OF[newest.state]} />
      </Tap>
      {items.length > 1 && (
        <Tap className="my-case-more" onTap={() => go('/pages/cases/mine')}>
          <Txt size="caption">{`您有 ${countZh}正在办理`}</Txt>
          <Icon name="chevron-right" size={16} />
        </Tap>
      )}
    </Box>
  )
}

const AskIn = () => (
  <Tap className="card ask-in" onTap={() => go('/pages/people/sign-in')}>
    <Icon name="login" size={22} className="entry-icon" />
    <Txt className="grow">登录后看您反映的问题办到哪一步</Txt>
    <Icon name="chevron-right" size={18} className="entry-arrow" />
  </Tap>
)
