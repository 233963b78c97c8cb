import type { MySignUpRow } from '@shared/volunteering/attendance-contract'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { go } from '../../ui/nav'
import { OfferButtons } from './offer-buttons'
import { ReconsentButtons } from './reconsent-buttons'
import type { Answer } from './use-answer'

/** What asks for more before it is sent. */
export type RowAsk = 'hand_over' | 'appeal'
export type ActsProps = {
  readonly mine: MySignUpRow
  readonly busy: boolean
  readonly onAnswer: (answer: Answer) => void
  readonly onAsk: (what: RowAsk) => void
}

/** What can be done about one sign-up now. */
export const SignUpActs = ({ mine, busy, onAnswer, onAsk }: ActsProps) => {
  const { title, state, next, signUpId } = mine
  return (
    <>
      {state === 'offered' && (
        <Box className="sign-up-act">
          <OfferButtons busy={busy} onAnswer={onAnswer} />
        </Box>
      )}
      {mine.reconsent && <ReconsentButtons asked={mine.reconsent} title={title} busy={busy} onAnswer={onAnswer} />}
      {mine.mayAppeal && (
        <Box className="sign-up-act">
          <Button kind="outline" dense busy={busy} label={`申诉，${title}`} onTap={() => onAsk('appeal')}>
            我到了，申诉
          </Button>
        </Box>
      )}
      {mine.mayHandOver && !next.act && (
        <Box className="sign-up-act">
          <Button kind="ghost" dense busy={busy} label={`转给别人，${title}`} onTap={() => onAsk('hand_over')}>
            转给别人
          </Button>
        </Box>
      )}
      {next.act && (
        <Box className="sign-up-act">
          <Button dense icon="map-pin-check" onTap={() => go('/pages/volunteering/check-in', { id: signUpId })}>
            {next.act === 'check_in' ? '去签到' : '去签退'}
          </Button>
        </Box>
      )}
    </>
  )
}
