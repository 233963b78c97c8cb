import { spanZh } from '@shared/kit/time'
import { ACTIVITY_STATES } from '@shared/volunteering/activities'
import type { ActivityCard } from '@shared/volunteering/contract'
import { ACTIVITY_PHASE_ZH, ACTIVITY_STATE_ZH } from '@shared/volunteering/words'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { Empty } from '../../../ui/empty'
import { Loaded } from '../../../ui/loaded'
import { MoreButton } from '../../../ui/more-button'
import { go } from '../../../ui/nav'
import { Screen } from '../../../ui/screen'
import { Tag } from '../../../ui/tag'
import { Txt } from '../../../ui/txt'
import { SeriesSheet } from './series-sheet'
import { useActivityDesk } from './use-sheet'

const VIEWS = [{ id: '', zh: '待办' }, ...ACTIVITY_STATES.map((id) => ({ id, zh: ACTIVITY_STATE_ZH[id] }))]
const TONES = { draft: 'plain', in_review: 'warn', published: 'ok', cancelled: 'danger' } as const
type Toned = keyof typeof TONES

/** 活动台账: by state, soonest first. */
export function DeskList({ mayNumber }: { readonly mayNumber: boolean }) {
  const [open, setOpen] = useState(false)
  const { load, items, hasMore, busy, readOn, state, setState } = useActivityDesk()
  return (
    <Screen
      title="活动台账"
      wide
      className="rewards-desk"
      bar={<DeskBar mayNumber={mayNumber} onSeries={() => setOpen(true)} />}
    >
      <Box className="office">
        <Choices
          label="按状态"
          look="tag"
          items={VIEWS}
          picked={[state ?? '']}
          onPick={(id) => setState(ACTIVITY_STATES.find((one) => one === id) ?? null)}
        />
        <Loaded load={load}>
          {() =>
            items.length === 0 ? (
              <Empty icon="clipboard-check" title="这里没有活动" zh="队长和管理员可以新建" />
            ) : (
              <Card flush>
                {items.map((activity) => (
                  <Row key={activity.id} activity={activity} />
                ))}
              </Card>
            )
          }
        </Loaded>
        {hasMore && <MoreButton busy={busy} onTap={() => void readOn()} />}
        {open && <SeriesSheet onClose={() => setOpen(false)} />}
      </Box>
    </Screen>
  )
}

type BarProps = { readonly mayNumber: boolean; readonly onSeries: () => void }

const DeskBar = ({ mayNumber, onSeries }: BarProps) => (
  <>
    {mayNumber && (
      <Button kind="outline" onTap={onSeries}>
        活动系列
      </Button>
    )}
    <Button icon="plus" onTap={() => go('/staff/volunteering/activity')}>
      新建活动
    </Button>
  </>
)

const Row = ({ activity }: { activity: ActivityCard }) => {
  const { id, title, state, phase, teamName, placeZh, startsAt, endsAt, seats, seriesIssue } = activity
  return (
    <Box className="office-row">
      <Box className="office-words">
        <Txt block strong>
          {seriesIssue === null ? title : `${title} · 第 ${seriesIssue} 期`}
        </Txt>
        <Txt size="caption" tone="second" block num>
          {`${spanZh(new Date(startsAt), new Date(endsAt))} · ${teamName} · ${placeZh}`}
        </Txt>
        <Txt size="caption" tone="second" block num>{`名额 ${seats.taken}/${seats.capacity}`}</Txt>
      </Box>
      <Box className="office-end">
        <Tag zh={phase ? ACTIVITY_PHASE_ZH[phase] : ACTIVITY_STATE_ZH[state]} tone={TONES[state as Toned] ?? 'plain'} />
      </Box>
      <Box className="office-acts">
        <Button dense fit kind="soft" label={`打开 ${title}`} onTap={() => go('/staff/volunteering/activity', { id })}>
          打开
        </Button>
      </Box>
    </Box>
  )
}
