import type { MyCaseView } from '@shared/cases/contract'
import { type ReactNode, useState } from 'react'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Entry } from '../../ui/entry'
import { goInstead } from '../../ui/nav'
import { toast } from '../../ui/toast'
import { Txt } from '../../ui/txt'
import { ActSheet } from './act-sheet'
import { ACTS } from './acts'
import { CaseActs } from './case-acts'
import { CaseHead } from './case-head'
import { CaseMap } from './case-map'
import { CaseResult, ReopenEntry } from './case-result'
import { CaseStory } from './case-story'
import { CardEntry } from './papers/card-entry'
import { RateCard, RatedCard } from './rate-card'
import { type MyMove, type Said, useIsPublic, type useMyCase } from './use-my-case'

type Hand = Pick<ReturnType<typeof useMyCase>, 'busy' | 'move' | 'rate'>

type ProgressProps = {
  readonly c: MyCaseView
  readonly hand: Hand
  /** What one wrote oneself. */
  readonly telling: ReactNode
  /** What one earned by it. */
  readonly reward: ReactNode
}

/** One case like a parcel: where it is, who has it, by when. */
export function Progress({ c, hand: { busy, move, rate }, telling, reward }: ProgressProps) {
  const [acting, setActing] = useState<MyMove | null>(null)
  const act = acting && ACTS[acting]
  const isShared = useIsPublic(c.id)
  const send = async (name: MyMove, said: Said) => {
    if (!(await move(name, said))) return
    setActing(null)
    toast('已提交', 'ok')
  }
  const reopen = () => {
    if (c.moves.includes('ask_reopen')) setActing('ask_reopen')
  }
  return (
    <>
      {c.state === 'closed' ? <CaseResult c={c} /> : <CaseHead c={c} />}
      <Merged c={c} />
      <AskedMore c={c} onTap={() => setActing('supplement')} />
      {c.mayRate && <RateCard busy={busy === 'rate'} rate={rate} onUnsolved={reopen} />}
      {c.rating && <RatedCard {...c.rating} />}
      {reward}
      <CaseStory events={c.events} done={c.state === 'closed'} />
      {telling}
      <ReopenEntry c={c} onTap={reopen} />
      <CaseActs c={c} busy={busy} onAct={setActing} move={move} />
      {isShared && isRepaired(c) && <CardEntry id={c.id} number={c.number} />}
      <CaseMap c={c} />
      <Box className="case-foot">
        <Txt size="caption" tone="third">
          进度由办理单位更新，本页只展示单位，不展示个人信息
        </Txt>
      </Box>
      {acting && act && (
        <ActSheet
          act={act}
          busy={busy === acting}
          onSend={(said) => void send(acting, said)}
          onClose={() => setActing(null)}
        />
      )}
    </>
  )
}

const isRepaired = ({ state, before, after }: MyCaseView) => state === 'closed' && before.length > 0 && after.length > 0

const Merged = ({ c: { masterId, masterNumber } }: { c: MyCaseView }) =>
  masterId === null ? null : (
    <Card flush tone="brand">
      <Entry
        icon="git-merge"
        title={`已与 ${masterNumber} 合并办理`}
        zh="进展在那一件里，您会一起收到消息"
        onTap={() => goInstead('/pages/cases/progress', { id: masterId })}
      />
    </Card>
  )

/** What the office asked for stands on top until it is answered. */
function AskedMore({ c: { moves, events }, onTap }: { c: MyCaseView; onTap: () => void }) {
  const asked = events.find(({ kind }) => kind === 'ask_more')
  if (!moves.includes('supplement') || !asked) return null
  return (
    <Card tone="warn" title="请您补充">
      <Txt block>{asked.note}</Txt>
      <Box className="asked-act">
        <Button dense onTap={onTap}>
          去补充
        </Button>
      </Box>
    </Card>
  )
}
