import type { HandOverView } from '@shared/volunteering/hand-overs-contract'
import { now as clock } from '../../api/clock'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Txt } from '../../ui/txt'
import { whenZh } from './say'
import type { HandOversHand } from './use-hand-overs'

/** What waits for an answer: handed to me, or by me. */
export const HandOverCards = ({ hand }: { hand: HandOversHand }) =>
  hand.items.length === 0 ? null : (
    <Box className="stack">
      {hand.items.map((one) => (
        <Card key={one.id} tone={one.isToMe ? 'warn' : 'brand'}>
          <Words one={one} />
          {one.isToMe ? (
            <Box className="two-acts">
              <Button kind="outline" busy={hand.busy} onTap={() => void hand.answer(one.id, 'decline')}>
                不接
              </Button>
              <Button icon="check" busy={hand.busy} onTap={() => void hand.answer(one.id, 'accept')}>
                我来接
              </Button>
            </Box>
          ) : (
            <Button kind="outline" dense busy={hand.busy} onTap={() => void hand.answer(one.id, 'take_back')}>
              收回
            </Button>
          )}
        </Card>
      ))}
    </Box>
  )

const Words = ({ one }: { one: HandOverView }) => (
  <Box className="hand-over-words">
    <Txt strong block>
      {one.isToMe ? `${one.otherZh}想把报名转给您` : `已转给${one.otherZh}，等对方答复`}
    </Txt>
    <Txt block>{one.title}</Txt>
    <Txt size="caption" tone="second" block num>
      {`${whenZh(new Date(one.startsAt), new Date(one.endsAt), clock())} · ${one.placeZh} · ${one.postName}`}
    </Txt>
  </Box>
)
