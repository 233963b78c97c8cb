import type { ActivityView } from '@shared/volunteering/contract'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { ActivityBar } from '../../features/volunteering/activity-bar'
import { ActivityDetail } from '../../features/volunteering/activity-detail'
import { type ActivityHand, useActivity } from '../../features/volunteering/use-activity'
import { useShiftChoice } from '../../features/volunteering/use-shift-choice'
import type { Load } from '../../ui/load'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'

const NO_TITLE = <></>

export default function ActivityPage() {
  const { id = '' } = useRouter<{ id: string }>().params
  const { load, ...hand } = useActivity(id)
  useShareAppMessage(() => ({
    title: load.data?.title ?? '志愿活动',
    path: `/pages/volunteering/detail?id=${id}`,
  }))
  if (load.data) return <Activity activity={load.data} load={load} hand={hand} />
  return (
    <Screen title="活动详情">
      <Loaded load={load} skeleton={<Skeleton rows={3} picture />}>
        {() => null}
      </Loaded>
    </Screen>
  )
}

type ActivityProps = {
  readonly activity: ActivityView
  readonly load: Load<ActivityView>
  readonly hand: ActivityHand
}

/** The picture goes up to the edge of the phone, under the title line. */
function Activity({ activity, load, hand }: ActivityProps) {
  const choice = useShiftChoice(activity)
  const { shift, post, part } = choice
  const bar = shift && <ActivityBar activity={activity} shift={shift} post={post} part={part} hand={hand} />
  const look = load.failure ? ({} as const) : ({ tone: 'over', brand: NO_TITLE } as const)
  return (
    <Screen title="活动详情" {...look} className="detail" bar={bar}>
      <Loaded load={load}>{() => <ActivityDetail activity={activity} choice={choice} turned={hand.turned} />}</Loaded>
    </Screen>
  )
}
