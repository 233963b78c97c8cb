import { distanceZh } from '@shared/kit/geo'
import type { ActivityCard as Activity } from '@shared/volunteering/contract'
import { ACTIVITY_PHASE_ZH } from '@shared/volunteering/words'
import { Box } from '../../ui/box'
import { Icon } from '../../ui/icon'
import { go } from '../../ui/nav'
import { Tag, type TagProps } from '../../ui/tag'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'
import { Cover } from './cover'
import { countsZh, whenZh } from './say'
import { useDistance } from './use-here'

const PHASE_TONES: Partial<Record<string, TagProps['tone']>> = { running: 'ok', scheduled: 'brand' }

/** One activity of a list: when, where, what is free. */
export function ActivityCard({ activity, now }: { activity: Activity; now: Date }) {
  const { title, placeZh, startsAt, endsAt, seats, phase } = activity
  const own = useDistance(activity)
  const away = activity.distanceM === null ? own.zh : distanceZh(activity.distanceM)
  const free = Math.max(0, seats.capacity - seats.taken)
  return (
    <Tap className="activity" onTap={() => go('/pages/volunteering/detail', { id: activity.id })}>
      <Cover of={activity} className="activity-cover" />
      <Box className="activity-words">
        <Txt size="title-3" strong block className="activity-title">
          {title}
        </Txt>
        <Line icon="calendar-event" zh={whenZh(new Date(startsAt), new Date(endsAt), now)} />
        <Line icon="map-pin" zh={away ? `${placeZh} · ${away}` : placeZh} cut />
        <Box className="activity-foot">
          {phase === 'open' ? (
            <Txt size="micro" tone={free <= 5 ? 'warn' : 'second'} strong={free <= 5} num>
              {`还可报 ${free} 人 · ${countsZh(activity)}`}
            </Txt>
          ) : (
            <>
              {phase && <Tag zh={ACTIVITY_PHASE_ZH[phase]} tone={PHASE_TONES[phase] ?? 'plain'} />}
              <Txt size="micro" tone="second" num>
                {countsZh(activity)}
              </Txt>
            </>
          )}
        </Box>
      </Box>
    </Tap>
  )
}

const Line = ({ icon, zh, cut }: { icon: 'calendar-event' | 'map-pin'; zh: string; cut?: boolean }) => (
  <Box className="activity-line">
    <Icon name={icon} size={16} />
    <Txt size="caption" num {...(cut ? { className: 'activity-place' } : {})}>
      {zh}
    </Txt>
  </Box>
)
