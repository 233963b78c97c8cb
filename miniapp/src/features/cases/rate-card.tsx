import { RATING_TAGS, SCORE_ZH } from '@shared/cases/words'
import { useState } from 'react'
import { Area } from '../../ui/area'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Choices } from '../../ui/choices'
import { Icon } from '../../ui/icon'
import { RATINGS, RatingBar } from '../../ui/rating-bar'
import { Txt } from '../../ui/txt'
import type { RatingTag, useMyCase } from './use-my-case'

/** Words of praise go with a good face, words of trouble with a bad one. */
const BAD: readonly RatingTag[] = ['没有修好', '等得太久']
const SATISFIED = 3

type RateCardProps = {
  readonly busy: boolean
  readonly rate: ReturnType<typeof useMyCase>['rate']
  readonly onUnsolved: () => void
}

export function RateCard({ busy, rate, onUnsolved }: RateCardProps) {
  const [score, setScore] = useState<number | null>(null)
  const [tags, setTags] = useState<readonly RatingTag[]>([])
  const [words, setWords] = useState('')
  const offered = RATING_TAGS.filter((tag) => score !== null && BAD.includes(tag) === score < SATISFIED)
  const choose = (next: number) => {
    setScore(next)
    setTags([])
  }
  const flip = (id: string) => {
    const tag = RATING_TAGS.find((one) => one === id)
    if (tag) setTags((all) => (all.includes(tag) ? all.filter((one) => one !== tag) : [...all, tag]))
  }
  const send = async () => {
    if (score === null) return
    if ((await rate({ score, tags, words })) && score === 1) onUnsolved()
  }
  return (
    <Card title="问题解决了吗" aside="办理单位看不到是谁评的">
      <RatingBar score={score} onPick={choose} />
      {score !== null && (
        <Box className="rate-more">
          <Choices
            label="评价词"
            look="tag"
            tone="ok"
            many
            items={offered.map((tag) => ({ id: tag, zh: tag }))}
            picked={tags}
            onPick={flip}
          />
          <Area label="想说的话" value={words} onText={setWords} max={300} placeholder="想说的话，选填" />
          <Button busy={busy} onTap={() => void send()}>
            提交评价
          </Button>
        </Box>
      )}
    </Card>
  )
}

export const RatedCard = ({ score, tags }: { score: number; tags: readonly string[] }) => (
  <Card className="rated">
    <Icon name={RATINGS.find((one) => one.score === score)?.icon ?? 'mood-smile'} size={24} className="tone-ok" />
    <Txt className="grow">
      {`您的评价：${SCORE_ZH[score - 1] ?? ''}${tags.length > 0 ? `，${tags.join('、')}` : ''}`}
    </Txt>
  </Card>
)
