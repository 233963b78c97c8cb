import type { MySignUpList } from '@shared/volunteering/my-sign-ups'
import { useState } from 'react'
import { useSend } from '../../api/use-send'
import { Box } from '../../ui/box'
import { Choices } from '../../ui/choices'
import { Empty } from '../../ui/empty'
import { Loaded } from '../../ui/loaded'
import { MoreButton } from '../../ui/more-button'
import { go } from '../../ui/nav'
import { Skeleton } from '../../ui/skeleton'
import { AcceptActivity } from '../notices/accept-messages'
import { type Asked, AskSheet } from './ask-sheet'
import { CalendarCard } from './calendar/calendar-card'
import { ConsentsCard } from './consents-card'
import { HandOverCards } from './hand-over-cards'
import { SignUpRow } from './sign-up-row'
import { useAnswer } from './use-answer'
import { useHandOvers } from './use-hand-overs'
import { useMySignUps } from './use-my-sign-ups'

const LISTS = [
  { id: 'coming', zh: '要参加的' },
  { id: 'past', zh: '参加过的' },
] as const satisfies readonly { id: MySignUpList; zh: string }[]

export function MySignUps() {
  const [list, setList] = useState<MySignUpList>('coming')
  const { load, items, hasMore, busy, readOn } = useMySignUps(list)
  const sending = useSend()
  const answer = useAnswer(sending.send, load.reload)
  const handOvers = useHandOvers(load.reload)
  const [asked, setAsked] = useState<Asked | null>(null)
  return (
    <>
      <Choices
        label="我的活动"
        look="segment"
        items={LISTS}
        picked={[list]}
        onPick={(id) => setList(id === 'past' ? 'past' : 'coming')}
      />
      {list === 'coming' && <HandOverCards hand={handOvers} />}
      {list === 'coming' && <ConsentsCard onChanged={() => void load.reload()} />}
      <Box className="activity-list">
        <Loaded load={load} skeleton={<Skeleton rows={3} />}>
          {() =>
            items.length === 0 ? (
              <Nothing list={list} />
            ) : (
              <>
                <Box as="list">
                  {items.map((mine) => (
                    <SignUpRow
                      key={mine.signUpId}
                      mine={mine}
                      busy={sending.busy !== null}
                      onAnswer={(given) => void answer(mine.signUpId, given)}
                      onAsk={(what) => setAsked({ what, mine })}
                    />
                  ))}
                </Box>
                {hasMore && <MoreButton busy={busy} onTap={() => void readOn()} />}
              </>
            )
          }
        </Loaded>
      </Box>
      {list === 'coming' && <AcceptActivity />}
      {list === 'coming' && <CalendarCard />}
      {asked && <AskSheet asked={asked} hand={handOvers} onChanged={load.reload} onClose={() => setAsked(null)} />}
    </>
  )
}

const Nothing = ({ list }: { list: MySignUpList }) =>
  list === 'coming' ? (
    <Empty
      icon="calendar-event"
      title="还没有要参加的活动"
      zh="看看本周有什么可以一起做的"
      act="看志愿活动"
      onAct={() => go('/pages/volunteering/list')}
    />
  ) : (
    <Empty icon="clipboard-check" title="还没有参加过活动" zh="参加过和取消的都会留在这里" />
  )
