import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Entry } from '../../../ui/entry'
import { Stats } from '../../../ui/stats'
import { Txt } from '../../../ui/txt'
import { useOrderFigures } from './use-orders'

/** 评单 figures: the mean never stands without the share of those who answered. */
export function FiguresCard() {
  const data = useOrderFigures().data
  if (!data || data.all.served === 0) return null
  const { all, teams } = data
  return (
    <Card title="评单" aside="未评的不算好评">
      <Stats
        items={[
          { value: all.meanStars === null ? '—' : String(all.meanStars), unit: '星', zh: '平均' },
          { value: String(all.responseShare), unit: '%', zh: `评价率（${all.rated}/${all.served}）` },
          { value: String(all.goodShare), unit: '%', zh: '好评（占全部）' },
        ]}
      />
      {all.poor > 0 && <Txt size="caption" tone="second" block>{`差评 ${all.poor} 件，逐件回访`}</Txt>}
      <Box>
        {teams.map(({ teamId, teamZh, meanStars, responseShare, served }) => (
          <Entry
            key={teamId}
            title={teamZh}
            zh={`完成 ${served} 单 · 评价率 ${responseShare}%`}
            aside={meanStars === null ? '无人评价' : `${meanStars} 星`}
          />
        ))}
      </Box>
    </Card>
  )
}
