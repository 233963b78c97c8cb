import { useRouter } from '@tarojs/taro'
import { ArticlePage, InReviewList } from '../../features/volunteering/articles/article-page'
import { useArticle } from '../../features/volunteering/articles/use-article'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'

/** Also for a leader who holds no desk: the server says who may write. */
export default function ActivityArticlePage() {
  const { id = '' } = useRouter<{ id: string }>().params
  return id === '' ? (
    <Screen title="活动图文" wide className="rewards-desk">
      <InReviewList />
    </Screen>
  ) : (
    <One id={id} />
  )
}

function One({ id }: { id: string }) {
  const hand = useArticle(id)
  return (
    <Screen title="活动图文" wide className="rewards-desk">
      <Loaded load={hand.load}>{(view) => <ArticlePage view={view} hand={hand} />}</Loaded>
    </Screen>
  )
}
