import { GetActivityArticle } from '@shared/volunteering/articles/contract'
import type { ActivityView } from '@shared/volunteering/contract'
import { useLoad } from '../../../api/use-load'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { go } from '../../../ui/nav'
import { ArticleBody } from './body'

/** 活动之后: what was written once it was over, and the door for who may write it. */
export function ArticleCard({ activity: { id, endsAt, serverTime } }: { activity: ActivityView }) {
  const load = useLoad(GetActivityArticle, endsAt <= serverTime ? { params: { id }, body: {} } : null)
  const { shown = null, latest = null, mayWrite } = load.data ?? {}
  const isDoor = mayWrite?.may === true || latest !== null
  if (shown === null && !isDoor) return null
  return (
    <Card title="活动回顾">
      {shown && <ArticleBody article={shown} />}
      {isDoor && (
        <Button kind="outline" icon="pencil" onTap={() => go('/staff/volunteering/article', { id })}>
          {latest?.state === 'in_review' ? '看待审的图文' : '写活动图文'}
        </Button>
      )}
    </Card>
  )
}
