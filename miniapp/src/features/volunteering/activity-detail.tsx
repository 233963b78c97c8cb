import type { ActivityView } from '@shared/volunteering/contract'
import { ACTIVITY_KIND_ZH, ACTIVITY_PHASE_ZH, ACTIVITY_STATE_ZH } from '@shared/volunteering/words'
import { useState } from 'react'
import { guideTo } from '../../device/guide'
import { Box } from '../../ui/box'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Tag } from '../../ui/tag'
import { Txt } from '../../ui/txt'
import { ActivityAbout } from './activity-about'
import { ActivityFacts } from './activity-facts'
import { ArticleCard } from './articles/shown-card'
import { ChoosePart } from './choose-part'
import { ChoosePost, ChooseShift } from './choose-shift'
import { Cover } from './cover'
import { PlaceSheet } from './place-sheet'
import { SignUpState } from './sign-up-state'
import type { Turned } from './use-activity'
import { mineOf, type useShiftChoice } from './use-shift-choice'

type DetailProps = {
  readonly activity: ActivityView
  readonly choice: ReturnType<typeof useShiftChoice>
  readonly turned: Turned | null
}

export function ActivityDetail({ activity, choice, turned }: DetailProps) {
  const { shift, post, part, choose, choosePost, choosePart } = choice
  const [mapOpen, setMapOpen] = useState(false)
  const guide = async () => {
    if (!(await guideTo({ lng: activity.lng, lat: activity.lat, name: activity.placeZh }))) setMapOpen(true)
  }
  const canChoose = shift?.signUp.may || shift?.queue.may || !activity.isVolunteer
  return (
    <Box>
      <Cover of={activity} className="detail-cover" />
      <Box className="detail-sheet">
        <Head activity={activity} />
        {shift && (
          <>
            <ActivityFacts activity={activity} shift={shift} onGuide={() => void guide()} />
            <SignUpState activity={activity} shift={shift} turned={turned} onShift={choose} />
            {activity.shifts.length > 1 && <ChooseShift activity={activity} picked={shift} onPick={choose} />}
            {canChoose && !mineOf(shift) && <ChoosePost shift={shift} postId={post?.id ?? null} onPick={choosePost} />}
            {canChoose && !mineOf(shift) && <ChoosePart shift={shift} part={part} onPick={choosePart} />}
            {shift.travelZh !== '' && <Way zh={shift.travelZh} />}
          </>
        )}
        <ActivityAbout activity={activity} />
        <ArticleCard activity={activity} />
      </Box>
      <PlaceSheet activity={activity} open={mapOpen} onClose={() => setMapOpen(false)} />
    </Box>
  )
}

/** 路程提醒: told, never in the way. */
const Way = ({ zh }: { zh: string }) => (
  <Card tone="warn" className="stand">
    <Box as="status" className="row gap-2">
      <Icon name="info-circle" size={20} className="tone-warn" />
      <Txt className="grow">{zh}</Txt>
    </Box>
  </Card>
)

const Head = ({ activity }: { activity: ActivityView }) => (
  <>
    <Box className="row wrap gap-2">
      <Tag zh={ACTIVITY_KIND_ZH[activity.kind]} icon="heart-handshake" tone="brand" />
      <Tag zh={activity.phase ? ACTIVITY_PHASE_ZH[activity.phase] : ACTIVITY_STATE_ZH[activity.state]} />
      {activity.shifts.length > 1 && <Tag zh={`${activity.shifts.length} 个班次`} />}
    </Box>
    <Box as="page-title" className="detail-title">
      <Txt size="title-1" strong>
        {activity.title}
      </Txt>
    </Box>
    <Txt size="caption" tone="second" block num>
      {activity.seriesIssue ? `${activity.teamName} 发起 · 第 ${activity.seriesIssue} 期` : `${activity.teamName} 发起`}
    </Txt>
  </>
)
