import type { CaseEventView, CaseView } from '@shared/cases/contract'
import { isNoteTold } from '@shared/cases/story'
import { SCORE_ZH } from '@shared/cases/words'
import { dayZh, momentZh, shanghai } from '@shared/kit/time'
import { preview } from '../../../device/preview'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Photo } from '../../../ui/photo'
import { Timeline } from '../../../ui/timeline'
import { Txt } from '../../../ui/txt'

/** The whole journal, newest first; a note says who may read it. */
export const CaseStory = ({ view: { events, state }, now }: { view: CaseView; now: Date }) => (
  <Card title="流转记录" aside="全部操作留痕">
    <Timeline
      done={state === 'closed'}
      items={events.map((event) => ({
        id: `${event.kind} ${event.at}`,
        clock: shanghai(new Date(event.at)).clock,
        day: dayZh(new Date(event.at), now),
        title: event.zh,
        lines: linesOf(event),
        more: event.photos.length > 0 && <Photos event={event} />,
      }))}
    />
  </Card>
)

const linesOf = ({ kind, byZh, detail, note }: CaseEventView) => {
  const noted = note === '' ? '' : isNoteTold(kind, byZh === '反映人') ? `说明：${note}` : `内部说明：${note}`
  return [byZh, detail, noted].filter((line) => line !== '')
}

const Photos = ({ event: { photos, zh } }: { event: CaseEventView }) => (
  <Box className="work-photos">
    {photos.map(({ id, thumbUrl }, i) => (
      <Photo
        key={id}
        src={thumbUrl}
        label={`${zh}的第 ${i + 1} 张照片`}
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

/** What people said of the result; never who. */
export const CaseRatings = ({ view: { ratings }, now }: { view: CaseView; now: Date }) =>
  ratings.length === 0 ? null : (
    <Card title="群众评价" aside={`${ratings.length} 人`}>
      {ratings.map(({ score, tags, words, at }) => (
        <Box key={at} className="rating-line">
          <Box className="between">
            <Txt strong>{SCORE_ZH[score - 1]}</Txt>
            <Txt size="micro" tone="second" num>
              {momentZh(new Date(at), now)}
            </Txt>
          </Box>
          {(tags.length > 0 || words !== '') && (
            <Txt size="caption" tone="second" block>
              {[tags.join('、'), words].filter(Boolean).join('。')}
            </Txt>
          )}
        </Box>
      ))}
    </Card>
  )
