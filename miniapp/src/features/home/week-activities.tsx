import { ListActivities } from '@shared/volunteering/contract'
import { useNow } from '../../api/clock'
import { useLoad } from '../../api/use-load'
import { Box } from '../../ui/box'
import { go } from '../../ui/nav'
import { Section } from '../../ui/section'
import { ActivityCard } from '../volunteering/activity-card'

const SHOWN = 2
const ASK = { params: {}, body: { when: 'week', seats: 'open', size: SHOWN } } as const

/** What one can still join this week; nothing at all where there is nothing to join. */
export function WeekActivities() {
  const { data } = useLoad(ListActivities, ASK)
  const now = useNow()
  if (!data || data.items.length === 0) return null
  return (
    <Section title="本周志愿活动" more="全部活动" onMore={() => go('/pages/volunteering/list')}>
      <Box as="list">
        {data.items.map((activity) => (
          <Box key={activity.id} as="item" className="activity-item">
            <ActivityCard activity={activity} now={now} />
          </Box>
        ))}
      </Box>
    </Section>
  )
}
