import type { CaseEventView } from '@shared/cases/contract'
import { dayZh, shanghai } from '@shared/kit/time'
import { useNow } from '../../api/clock'
import { preview } from '../../device/preview'
import { Box } from '../../ui/box'
import { Card } from '../../ui/card'
import { Photo } from '../../ui/photo'
import { Timeline, type TimelineItem } from '../../ui/timeline'

/** The journal, newest on top: when, what, who. */
export function CaseStory({ events, done }: { events: readonly CaseEventView[]; done: boolean }) {
  const now = useNow()
  return (
    <Card>
      <Timeline done={done} items={events.map((event, i) => itemOf(event, `${events.length - i}`, now))} />
    </Card>
  )
}

function itemOf(event: CaseEventView, id: string, now: Date): TimelineItem {
  const at = new Date(event.at)
  const { zh, photos } = event
  return {
    id,
    clock: shanghai(at).clock,
    day: dayZh(at, now),
    title: zh,
    lines: linesOf(event),
    ...(photos.length > 0 ? { more: <StoryPhotos event={event} /> } : {}),
  }
}

/** The step's own words, what it set, and the unit that did it; each phrase once. */
function linesOf({ note, detail, byZh, zh, kind }: CaseEventView) {
  const isOwn =
    zh.includes('您') || ['report', 'object', 'ask_reopen', 'supplement', 'withdraw', 'nudge'].includes(kind)
  const by = isOwn || detail.includes(byZh) ? '' : byZh
  return [note, ...phrases(detail), by].filter((line) => line !== '' && line !== '系统')
}

/** Who leads, who acts and by when stand on lines of their own; the rest reads on. */
const phrases = (detail: string) => detail.split(/，(?=牵头：|处置：|承诺 |新时限 )/)

const StoryPhotos = ({ event: { photos, zh } }: { event: CaseEventView }) => (
  <Box className="story-photos">
    {photos.map(({ id, thumbUrl }, i) => (
      <Photo
        key={id}
        className="story-photo"
        src={thumbUrl}
        label={`${zh}，第 ${i + 1} 张`}
        onTap={() =>
          preview(
            photos.map(({ url }) => url),
            i,
          )
        }
      />
    ))}
  </Box>
)
