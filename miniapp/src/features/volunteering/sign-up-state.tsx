import { momentZh } from '@shared/kit/time'
import type { ActivityView, ShiftView } from '@shared/volunteering/contract'
import { SIGN_UP_STATE_ZH } from '@shared/volunteering/words'
import { now as clock } from '../../api/clock'
import { usePersonId } from '../../api/session'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Txt } from '../../ui/txt'
import { checkInFrom, type Turned } from './use-activity'
import { mineOf, otherWay } from './use-shift-choice'

type StateProps = {
  readonly activity: ActivityView
  readonly shift: ShiftView
  readonly turned: Turned | null
  readonly onShift: (id: string) => void
}

/** How this person stands to the shift: signed up, turned away with the way out, or free to sign up (then nothing). */
export function SignUpState({ activity, shift, turned, onShift }: StateProps) {
  const isSignedIn = usePersonId() !== null
  const mine = mineOf(shift)
  if (mine) return <Mine zh={SIGN_UP_STATE_ZH[mine.state]} postName={mine.postName} shift={shift} />
  const zh = turned?.shiftId === shift.id ? turned.refusal.zh : isSignedIn ? reasonOf(activity, shift) : ''
  if (zh === '') return null
  const other = isFull(shift) ? otherWay(activity, shift) : undefined
  return (
    <Card tone="warn" className="stand">
      <Box as="alert" className="row gap-2">
        <Icon name="info-circle" size={20} className="tone-warn" />
        <Txt className="grow">{zh}</Txt>
      </Box>
      {other && (
        <Box className="stand-way">
          <Button kind="outline" dense onTap={() => onShift(other.id)}>
            {`改报${momentZh(new Date(other.startsAt), clock())} 班`}
          </Button>
        </Box>
      )}
    </Card>
  )
}

const isFull = ({ posts }: ShiftView) => posts.every(({ taken, capacity }) => taken >= capacity)

/** Whoever is not registered yet is asked when they sign up, not turned away. */
const reasonOf = ({ isVolunteer }: ActivityView, shift: ShiftView) =>
  isVolunteer || isFull(shift) ? shift.signUp.zh : ''

const Mine = ({ zh, postName, shift }: { zh: string; postName: string | null; shift: ShiftView }) => (
  <Card tone="brand" className="stand">
    <Box as="status" className="row gap-2">
      <Icon name="circle-check" size={22} className="tone-ok" />
      <Box className="grow">
        <Txt strong block>
          {`${zh} · ${postName ?? '岗位由领队安排'}`}
        </Txt>
        <Txt size="caption" tone="second" block num>
          {`${momentZh(checkInFrom(shift), clock())} 起可以签到，到场看领队手机上的码`}
        </Txt>
      </Box>
    </Box>
  </Card>
)
