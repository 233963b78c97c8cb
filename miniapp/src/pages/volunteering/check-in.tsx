import { useRouter } from '@tarojs/taro'
import { CheckIn, CheckInBar, useCodeEntry } from '../../features/volunteering/check-in'
import { usePresence } from '../../features/volunteering/use-presence'
import { Empty } from '../../ui/empty'
import { Loaded } from '../../ui/loaded'
import { go } from '../../ui/nav'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'

const TITLES = { absent: '签到', in: '服务中', out: '服务结束' } as const

export default function CheckInPage() {
  const { id = '' } = useRouter<{ id: string }>().params
  const presence = usePresence(id)
  const entry = useCodeEntry(presence)
  const { load, shift, busy } = presence
  const bar = entry.direction && <CheckInBar entry={entry} busy={busy} />
  return (
    <Screen title={TITLES[shift?.state ?? 'absent']} bar={bar}>
      <Loaded load={load} skeleton={<Skeleton rows={3} />}>
        {({ shift }) =>
          shift ? (
            <CheckIn shift={shift} presence={presence} entry={entry} />
          ) : (
            <Empty
              icon="calendar-event"
              title="您今天没有服务"
              zh="先报名一场活动，当天在这里签到"
              act="看志愿活动"
              onAct={() => go('/pages/volunteering/list')}
            />
          )
        }
      </Loaded>
    </Screen>
  )
}
