import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { Progress } from '../../features/cases/progress'
import { PUBLIC_CASE } from '../../features/cases/share-case'
import { useMyCase } from '../../features/cases/use-my-case'
import { MyTelling } from '../../features/reports/my-telling'
import { CaseReward } from '../../features/reports/rewards/case-reward'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'

export default function ProgressPage() {
  const { id = '' } = useRouter<{ id: string }>().params
  const { load, ...hand } = useMyCase(id)
  const isDone = load.data?.state === 'closed'
  useShareAppMessage(() => ({ title: load.data?.title ?? '办理进度', path: `${PUBLIC_CASE}?id=${id}` }))
  return (
    <Screen
      title={isDone ? '办理结果' : '办理进度'}
      tone={isDone || !load.data ? 'paper' : 'deep'}
      className={isDone || !load.data ? '' : 'progress-open'}
    >
      <Loaded load={load}>
        {(c) => (
          <Progress
            c={c}
            hand={hand}
            telling={<MyTelling caseId={id} />}
            reward={<CaseReward caseId={c.id} isClosed={c.state === 'closed' || c.state === 'merged'} />}
          />
        )}
      </Loaded>
    </Screen>
  )
}
