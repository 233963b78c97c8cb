import { momentZh, shanghai } from '@shared/kit/time'
import type { ServiceFigures } from '@shared/volunteering/ledger/report-contract'
import type { MyStars, PublicStar } from '@shared/volunteering/ledger/stars-contract'
import { STAR_APPLICATION_STATE_ZH } from '@shared/volunteering/ledger/words'
import { hoursZh, STAR_ZH } from '@shared/volunteering/words'
import { useState } from 'react'
import { now } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { Entry } from '../../../ui/entry'
import { Loaded } from '../../../ui/loaded'
import { MoreButton } from '../../../ui/more-button'
import { Section } from '../../../ui/section'
import { Stats } from '../../../ui/stats'
import { Tag } from '../../../ui/tag'
import { Txt } from '../../../ui/txt'
import { FiguresCard } from '../spot-checks/figures-card'
import type { StarsHand } from './use-stars'
import { WordsSheet } from './words-sheet'

/** 星级与公示: one's own steps, what is shown to everybody, and the county's figures with their time. */
export const Stars = ({ hand }: { hand: StarsHand }) => (
  <Box className="stack">
    {hand.mine.data && <Levels mine={hand.mine.data} hand={hand} />}
    <Publicity hand={hand} />
    {hand.figures.data && <Figures figures={hand.figures.data} />}
    {hand.asked.data && <FiguresCard figures={hand.asked.data} />}
  </Box>
)

const Levels = ({ mine, hand }: { mine: MyStars; hand: StarsHand }) => (
  <Card flush title="我的星级" aside={`${hoursZh(mine.minutes)} 小时`}>
    {mine.levels.map(({ stars, hours, mayApply, application }) => (
      <Entry
        key={stars}
        icon="f-star"
        title={STAR_ZH[stars] ?? ''}
        zh={application?.note || `满 ${hours} 小时可以申报`}
        aside={
          mayApply ? (
            <Button
              dense
              fit
              kind="soft"
              busy={hand.busy}
              label={`申报${STAR_ZH[stars]}`}
              onTap={() => void hand.apply(stars)}
            >
              申报
            </Button>
          ) : application ? (
            <StarTag state={application.state} />
          ) : (
            `还差 ${hoursZh(Math.max(0, hours * 60 - mine.minutes) + 5)}`
          )
        }
      />
    ))}
  </Card>
)

const StarTag = ({ state }: Pick<PublicStar, 'state'>) => (
  <Tag
    zh={STAR_APPLICATION_STATE_ZH[state]}
    tone={state === 'conferred' ? 'honor' : state === 'publicised' ? 'brand' : 'plain'}
  />
)

const dayOf = (moment: string) => shanghai(new Date(Date.parse(moment) - 1)).day

function Publicity({ hand }: { hand: StarsHand }) {
  const [about, setAbout] = useState<PublicStar | null>(null)
  const { load, items, hasMore, busy, readOn } = hand.shown
  return (
    <Section title="星级公示">
      <Loaded load={load}>
        {() =>
          items.length === 0 ? (
            <Empty icon="f-star" title="现在没有公示" zh="志愿者申报星级后，在这里公示 5 个工作日" />
          ) : (
            <Card flush>
              {items.map((star) => (
                <Entry
                  key={star.id}
                  title={`${star.personZh} · ${STAR_ZH[star.stars] ?? ''}`}
                  zh={`${hoursZh(star.minutes)} 小时${star.isOpen ? ` · 公示到 ${dayOf(star.publicUntil)}，点这里提异议` : ''}`}
                  aside={<StarTag state={star.state} />}
                  {...(star.isOpen && hand.isIn ? { onTap: () => setAbout(star) } : {})}
                />
              ))}
            </Card>
          )
        }
      </Loaded>
      {hasMore && <MoreButton busy={busy} onTap={() => void readOn()} />}
      {about && (
        <WordsSheet
          title="对公示提出异议"
          about={`${about.personZh} · ${STAR_ZH[about.stars] ?? ''}`}
          hint="写明哪次服务、为什么不实。异议人不公开。"
          act="提交异议"
          busy={hand.busy}
          onClose={() => setAbout(null)}
          onSend={(words) => void hand.object(about.id, words).then((done) => done && setAbout(null))}
        />
      )}
    </Section>
  )
}

const shown = (n: number | null) => (n === null ? '少于 5' : String(n))

const Figures = ({ figures }: { figures: ServiceFigures }) => (
  <Card title="全县志愿服务">
    <Stats
      items={[
        { value: shown(figures.registered), zh: '注册志愿者' },
        { value: shown(figures.activeToday), zh: '今天在服务' },
        { value: shown(figures.activities), zh: '活动' },
      ]}
    />
    <Txt size="caption" tone="second" block className="reward-note" num>
      {figures.measuredMinutes === null || figures.supplementedMinutes === null
        ? '时长人数太少，暂不显示'
        : `实测 ${hoursZh(figures.measuredMinutes)} 小时，补录 ${hoursZh(figures.supplementedMinutes)} 小时`}
    </Txt>
    <Txt size="micro" tone="second" block className="reward-note" num>
      {`截至 ${momentZh(new Date(figures.at), now())}`}
    </Txt>
  </Card>
)
