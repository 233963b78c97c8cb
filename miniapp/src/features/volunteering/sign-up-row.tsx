import type { SignUpState } from '@shared/volunteering/sign-ups'
import { SIGN_UP_STATE_ZH } from '@shared/volunteering/words'
import { now as clock } from '../../api/clock'
import { Box } from '../../ui/box'
import { go } from '../../ui/nav'
import { Tag, type TagProps } from '../../ui/tag'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'
import { Countdown } from './countdown'
import { Cover } from './cover'
import { whenZh } from './say'
import { type ActsProps, SignUpActs } from './sign-up-acts'

const TONES: Partial<Record<SignUpState, TagProps['tone']>> = {
  approved: 'ok',
  applied: 'brand',
  offered: 'warn',
  cancelled_by_org: 'warn',
  no_show: 'danger',
}
const ICONS: Partial<Record<SignUpState, TagProps['icon']>> = {
  approved: 'circle-check',
  cancelled_by_org: 'info-circle',
  no_show: 'alert-circle',
}

/** One promise of mine: what, when, where, as what, and what comes next. */
export const SignUpRow = ({ mine, busy, onAnswer, onAsk }: ActsProps) => {
  const { title, placeZh, postName, state, next, activityId } = mine
  const icon = ICONS[state]
  return (
    <Box as="item" className="sign-up">
      <Tap className="activity" onTap={() => go('/pages/volunteering/detail', { id: activityId })}>
        <Cover of={mine} className="activity-cover is-small" />
        <Box className="activity-words">
          <Txt size="title-3" strong block>
            {title}
          </Txt>
          <Txt size="caption" tone="second" block num>
            {whenZh(new Date(mine.startsAt), new Date(mine.endsAt), clock())}
          </Txt>
          <Txt size="caption" tone="second" block>
            {`${placeZh} · ${postName ?? '岗位由领队安排'}`}
          </Txt>
          <Box className="sign-up-foot">
            <Tag zh={SIGN_UP_STATE_ZH[state]} tone={TONES[state] ?? 'plain'} {...(icon ? { icon } : {})} />
            {next.zh !== '' && (
              <Txt size="caption" strong tone={next.act ? 'brand' : 'main'} num>
                {next.zh}
              </Txt>
            )}
          </Box>
          {mine.offerUntil !== null && <Countdown until={mine.offerUntil} />}
        </Box>
      </Tap>
      <SignUpActs mine={mine} busy={busy} onAnswer={onAnswer} onAsk={onAsk} />
    </Box>
  )
}
