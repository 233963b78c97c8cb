import { dayZh, shanghai, weekdayZh } from '@shared/kit/time'
import type { ActivityView, ShiftView } from '@shared/volunteering/contract'
import { SIGN_UP_STATE_ZH } from '@shared/volunteering/words'
import { now as clock } from '../../api/clock'
import { Box } from '../../ui/box'
import { Section } from '../../ui/section'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'
import { freeOf, mineOf } from './use-shift-choice'

type ChooseProps = {
  readonly activity: ActivityView
  readonly picked: ShiftView
  readonly onPick: (id: string) => void
}

/** Only where there is a choice. */
export const ChooseShift = ({ activity: { shifts, serverTime }, picked, onPick }: ChooseProps) => (
  <Section title="选班次" more={`共 ${shifts.length} 场`}>
    <Box className="tiles" label="班次">
      {shifts.map((shift) => (
        <Tap
          key={shift.id}
          role="radio"
          on={shift.id === picked.id}
          className={`tile${shift.id === picked.id ? ' is-on' : ''}${shift.endsAt <= serverTime ? ' is-off' : ''}`}
          onTap={() => onPick(shift.id)}
        >
          <Txt size="micro" block num>
            {`${dayZh(new Date(shift.startsAt), clock())} ${weekdayZh(new Date(shift.startsAt))}`}
          </Txt>
          <Txt strong block num>
            {`${shanghai(new Date(shift.startsAt)).clock}–${shanghai(new Date(shift.endsAt)).clock}`}
          </Txt>
          <Txt size="micro" block num>
            {stateZh(shift, serverTime)}
          </Txt>
        </Tap>
      ))}
    </Box>
  </Section>
)

function stateZh(shift: ShiftView, serverTime: string) {
  const mine = mineOf(shift)
  if (mine) return mine.state === 'approved' ? '您已报名' : SIGN_UP_STATE_ZH[mine.state]
  if (shift.endsAt <= serverTime) return '已结束'
  const free = freeOf(shift)
  if (free > 0) return shift.admission === 'approval' ? `余 ${free} 人 · 须审核` : `余 ${free} 人`
  return shift.waiting > 0 ? `已满 · 候补 ${shift.waiting} 人` : '已满'
}

type PostsProps = { readonly shift: ShiftView; readonly postId: string | null; readonly onPick: (id: string) => void }

/** A post may be left open: the leader then places the person. */
export const ChoosePost = ({ shift, postId, onPick }: PostsProps) => (
  <Section title="选岗位" more="可不选，由领队安排">
    <Box className="tiles" label="岗位">
      {shift.posts.map(({ id, name, capacity, taken }) => {
        const free = Math.max(0, capacity - taken)
        return (
          <Tap
            key={id}
            role="radio"
            on={id === postId}
            disabled={free === 0}
            className={`tile${id === postId ? ' is-on' : ''}${free === 0 ? ' is-off' : ''}`}
            onTap={() => onPick(id)}
          >
            <Txt strong block>
              {name}
            </Txt>
            <Txt size="micro" block num>
              {free > 0 ? `余 ${free} 人` : '已满'}
            </Txt>
          </Tap>
        )
      })}
    </Box>
  </Section>
)
