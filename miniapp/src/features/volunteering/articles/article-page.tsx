import { checkZh } from '@shared/files/content'
import { momentZh } from '@shared/kit/time'
import { ARTICLE_STATE_ZH } from '@shared/volunteering/articles/articles'
import type { ActivityArticle, ArticleOnDesk } from '@shared/volunteering/articles/contract'
import { useState } from 'react'
import { now } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { Entry } from '../../../ui/entry'
import { Loaded } from '../../../ui/loaded'
import { go } from '../../../ui/nav'
import { Tag } from '../../../ui/tag'
import { Txt } from '../../../ui/txt'
import { WordsSheet } from '../ledger/words-sheet'
import { ArticleBody } from './body'
import { type ArticleHand, useInReview } from './use-article'
import { WriteCard } from './write-card'

/** 活动图文 of one activity: written by one, let out by another. */
export const ArticlePage = ({ view, hand }: { view: ActivityArticle; hand: ArticleHand }) => (
  <Box className="office">
    <Txt block strong>
      {view.activityTitle}
    </Txt>
    {view.latest && <LatestCard latest={view.latest} hand={hand} />}
    {view.latest?.state !== 'in_review' && view.mayWrite.may && <WriteCard key={view.latest?.id} hand={hand} />}
    {!view.mayWrite.may && view.latest === null && <Empty icon="file-text" title={view.mayWrite.zh} />}
  </Box>
)

function LatestCard({ latest, hand: { busy, decide } }: { latest: ArticleOnDesk; hand: ArticleHand }) {
  const [returning, setReturning] = useState(false)
  const { id, state, byName, at, note, checks, mayDecide } = latest
  return (
    <Card>
      <Box className="between">
        <Txt size="caption" tone="second" num>{`${byName} · ${momentZh(new Date(at), now())}`}</Txt>
        <Tag zh={ARTICLE_STATE_ZH[state]} tone={state === 'published' ? 'ok' : 'plain'} />
      </Box>
      {note !== '' && <Txt size="caption" tone="warn" block>{`退回原因：${note}`}</Txt>}
      <ArticleBody article={latest} />
      {state === 'in_review' && checks.length > 0 && (
        <Txt size="caption" tone="second" block num>
          {checks.map((check, i) => `照片 ${i + 1} ${checkZh(check, null)}`).join(' · ')}
        </Txt>
      )}
      {mayDecide && (
        <Box className="row wrap gap-2">
          <Button fit busy={busy} onTap={() => void decide(id, 'publish', '')}>
            发布
          </Button>
          <Button fit kind="outline" busy={busy} onTap={() => setReturning(true)}>
            退回
          </Button>
        </Box>
      )}
      {returning && (
        <WordsSheet
          title="退回图文"
          about={latest.title}
          hint="写明原因，写的人会看到"
          act="退回"
          busy={busy}
          onClose={() => setReturning(false)}
          onSend={(words) => void decide(id, 'return', words).then((done) => done && setReturning(false))}
        />
      )}
    </Card>
  )
}

/** What waits for a second pair of eyes. */
export function InReviewList() {
  const load = useInReview()
  return (
    <Loaded load={load}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon="file-text" title="没有待审的图文" zh="活动结束后，在活动页写图文" />
        ) : (
          <Card flush>
            {items.map((one) => (
              <Entry
                key={one.activityId}
                icon="file-text"
                title={one.title}
                zh={`${one.activityTitle} · ${one.byName}`}
                onTap={() => go('/staff/volunteering/article', { id: one.activityId })}
              />
            ))}
          </Card>
        )
      }
    </Loaded>
  )
}
