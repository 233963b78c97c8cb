import { momentZh, shanghai } from '@shared/kit/time'
import type { ActivityView, ShiftView } from '@shared/volunteering/contract'
import { SIGN_UP_STATE_ZH } from '@shared/volunteering/words'
import { now as clock } from '../../api/clock'
import { usePersonId } from '../../api/session'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Txt } from '../../ui/txt'
import { Countdown } from './countdown'
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
  if (mine) return <Mine mine={mine} shift={shift} />
  const zh = turned?.shiftId === shift.id ? turned.refusal.zh : isSignedIn ? reasonOf(activity, shift) : ''
  if (zh === '') return null
  const other = shift.admission === 'auto' && isFull(shift) ? otherWay(activity, shift) : undefined
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

const Mine = ({ mine, shift }: { mine: NonNullable<ReturnType<typeof mineOf>>; shift: ShiftView }) => {
  const isSure = mine.state === 'approved'
  return (
    <Card tone={mine.state === 'offered' ? 'warn' : 'brand'} className="stand">
      <Box as="status" className="row gap-2">
        <Icon name={isSure ? 'circle-check' : 'clock'} size={22} className={isSure ? 'tone-ok' : 'tone-warn'} />
        <Box className="grow">
          <Txt strong block num>
            {`${SIGN_UP_STATE_ZH[mine.state]}${partZh(mine, shift)} · ${mine.place ? `第 ${mine.place} 位` : (mine.postName ?? '岗位由领队安排')}`}
          </Txt>
          <Txt size="caption" tone="second" block num>
            {nextZh(mine.state, shift)}
          </Txt>
          {mine.offerUntil !== null && <Countdown until={mine.offerUntil} />}
        </Box>
      </Box>
    </Card>
  )
}

/** Only where less than the whole shift was promised. */
const partZh = ({ startsAt, endsAt }: NonNullable<ReturnType<typeof mineOf>>, shift: ShiftView) =>
  startsAt === shift.startsAt && endsAt === shift.endsAt
    ? ''
    : ` ${shanghai(new Date(startsAt)).clock}–${shanghai(new Date(endsAt)).clock}`

function nextZh(state: keyof typeof SIGN_UP_STATE_ZH, shift: ShiftView) {
  if (state === 'applied') return '领队审核后会通知您'
  if (state === 'waitlisted') return '有名额空出时按先后通知，到时请在截止前确认'
  if (state === 'offered') return '空出一个名额，为您保留着，确认后才算报名'
  return `${momentZh(checkInFrom(shift), clock())} 起可以签到，到场看领队手机上的码`
}
