import { dayZh, shanghai, weekdayZh } from '@shared/kit/time'
import type { MySignUpRow } from '@shared/volunteering/attendance-contract'
import { now as clock } from '../../api/clock'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { go } from '../../ui/nav'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'

const ACT_ZH = { check_in: '签到', check_out: '签退' } as const

/** What this person promised next; on the day itself one tap from the check-in. */
export function NextShift({ mine }: { mine: MySignUpRow }) {
  const { title, placeZh, next, activityId, signUpId } = mine
  const [from, to] = [new Date(mine.startsAt), new Date(mine.endsAt)]
  const day = dayZh(from, clock())
  const head = day === '今天' ? (mine.attendance === 'in' ? '服务中' : '今天有服务') : '下一场'
  return (
    <Box as="section" className="next-shift" label={head}>
      <Tap className="next-shift-words" onTap={() => go('/pages/volunteering/detail', { id: activityId })}>
        <Txt size="caption" className="next-shift-head" block>
          {`${head} · ${day === '今天' ? '' : `${day} ${weekdayZh(from)} `}${shanghai(from).clock}–${shanghai(to).clock}`}
        </Txt>
        <Txt size="title-2" strong block>
          {title}
        </Txt>
        <Txt size="caption" className="next-shift-place" block>
          {next.zh && !next.act ? `${placeZh} · ${next.zh}` : placeZh}
        </Txt>
      </Tap>
      {next.act && (
        <Button fit kind="soft" onTap={() => go('/pages/volunteering/check-in', { id: signUpId })}>
          {ACT_ZH[next.act]}
        </Button>
      )}
    </Box>
  )
}
