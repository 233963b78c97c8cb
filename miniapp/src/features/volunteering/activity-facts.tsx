import { durationZh, momentZh } from '@shared/kit/time'
import type { ActivityView, ShiftView } from '@shared/volunteering/contract'
import type { ReactNode } from 'react'
import { now as clock } from '../../api/clock'
import { addToCalendar } from '../../device/calendar'
import { Box } from '../../ui/box'
import { Icon } from '../../ui/icon'
import type { IconName } from '../../ui/icons'
import { Meter } from '../../ui/meter'
import { Tap } from '../../ui/tap'
import { toast } from '../../ui/toast'
import { Txt } from '../../ui/txt'
import { Avatar } from '../people/avatar'
import { fullSpanZh, walkZh } from './say'
import { findHere, useDistance } from './use-here'

type FactsProps = { readonly activity: ActivityView; readonly shift: ShiftView; readonly onGuide: () => void }

/** When, where, how many seats: all that is needed to decide, on the first screen. */
export const ActivityFacts = ({ activity, shift, onGuide }: FactsProps) => (
  <Box as="section" className="card facts">
    <When activity={activity} shift={shift} />
    <Where activity={activity} onGuide={onGuide} />
    <Seats activity={activity} shift={shift} />
  </Box>
)

type FactProps = { readonly icon: IconName; readonly aside?: ReactNode; readonly children: ReactNode }

const Fact = ({ icon, aside, children }: FactProps) => (
  <Box className="fact">
    <Icon name={icon} size={22} className="tone-brand fact-icon" />
    <Box className="fact-words">{children}</Box>
    {aside}
  </Box>
)

const FactLink = ({ zh, label, onTap }: { zh: string; label: string; onTap: () => void }) => (
  <Tap className="fact-link" label={label} onTap={onTap}>
    <Txt size="caption" strong tone="brand">
      {zh}
    </Txt>
  </Tap>
)

function When({ activity, shift }: { activity: ActivityView; shift: ShiftView }) {
  const { title, placeZh, contactZh, signUpEndsAt } = activity
  const keep = async () => {
    const event = {
      uid: `shift-${shift.id}@wenming`,
      title,
      startsAt: new Date(shift.startsAt),
      endsAt: new Date(shift.endsAt),
      place: placeZh,
      words: `请提前 ${shift.graceMinutes} 分钟到场签到。${contactZh}`,
    }
    if (await addToCalendar(event)) toast('已交给手机日历，开始前一小时提醒', 'ok')
  }
  const deadline = momentZh(new Date(signUpEndsAt), clock())
  return (
    <Fact icon="calendar-event" aside={<FactLink zh="加到日历" label="加到日历，存进手机" onTap={() => void keep()} />}>
      <Txt block num>
        {fullSpanZh(shift)}
      </Txt>
      <Txt size="caption" tone="second" block num>
        {`报名截止 ${deadline} · 计 ${durationZh(shift.capMinutes)}`}
      </Txt>
      {shift.demandZh !== null && (
        <Txt size="caption" tone="warn" block>
          {`这一班须有“${shift.demandZh}”`}
        </Txt>
      )}
    </Fact>
  )
}

function Where({ activity, onGuide }: { activity: ActivityView; onGuide: () => void }) {
  const { metres, zh } = useDistance(activity)
  return (
    <Fact icon="map-pin" aside={<FactLink zh="导航" label="导航到集合地点" onTap={onGuide} />}>
      <Txt block>{activity.placeZh}</Txt>
      {metres === null ? (
        <Tap className="fact-ask" onTap={() => void findHere()}>
          <Txt size="caption" tone="brand">
            看看离我多远
          </Txt>
        </Tap>
      ) : (
        <Txt size="caption" tone="second" block num>
          {metres < 3000 ? `离您 ${zh} · ${walkZh(metres)}` : `离您 ${zh}`}
        </Txt>
      )}
    </Fact>
  )
}

function Seats({ activity, shift }: { activity: ActivityView; shift: ShiftView }) {
  const several = activity.shifts.length > 1
  const capacity = shift.posts.reduce((sum, post) => sum + post.capacity, 0)
  const taken = shift.posts.reduce((sum, post) => sum + post.taken, 0)
  const zh = `${several ? '这一场' : ''}已报 ${taken} 人，共 ${capacity} 个名额`
  const faces = activity.people.slice(0, 3)
  return (
    <Fact icon="users" aside={faces.length > 0 && <Faces names={faces} />}>
      <Txt block num>
        {zh}
      </Txt>
      <Box className="fact-meter">
        <Meter label={zh} part={capacity === 0 ? 0 : taken / capacity} tone={taken >= capacity ? 'warn' : 'ok'} />
      </Box>
    </Fact>
  )
}

const Faces = ({ names }: { names: readonly string[] }) => (
  <Box as="image" className="faces" label={`${names.join('、')}等已报名`}>
    {Object.entries(names).map(([place, name]) => (
      <Avatar key={place} name={name} />
    ))}
  </Box>
)
