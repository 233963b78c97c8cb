import { RECORD_STATES, type RecordState } from '@shared/volunteering/hours'
import { hoursZh, RECORD_STATE_ZH } from '@shared/volunteering/words'
import { useState } from 'react'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Choices } from '../../ui/choices'
import { Empty } from '../../ui/empty'
import { Entry } from '../../ui/entry'
import { Icon } from '../../ui/icon'
import { Loaded } from '../../ui/loaded'
import { MoreButton } from '../../ui/more-button'
import { go } from '../../ui/nav'
import { Sheet } from '../../ui/sheet'
import { Skeleton } from '../../ui/skeleton'
import { Tap } from '../../ui/tap'
import { Txt } from '../../ui/txt'
import { CertificateDoor } from './certificates/door'
import { HoursCard } from './hours-card'
import { MonthsCard } from './months-card'
import { RecordRow } from './record-row'
import type { Hours } from './use-hours'

export const MyHours = ({ hours }: { hours: Hours }) => (
  <Loaded load={hours.all} skeleton={<Skeleton rows={3} />}>
    {(all) => (
      <Box className="stack">
        <HoursCard hours={all} />
        <CertificateDoor />
        <Card flush>
          <Entry
            icon="f-star"
            title={`实测 ${hoursZh(all.measuredMinutes)} 小时，补录 ${hoursZh(all.supplementedMinutes)} 小时`}
            zh="星级申报和公示"
            onTap={() => go('/mine/volunteering/stars')}
          />
        </Card>
        {all.records.items.length > 0 && <MonthsCard months={all.months} />}
        <Records hours={hours} isNew={all.records.items.length === 0} />
      </Box>
    )}
  </Loaded>
)

function Records({ hours, isNew }: { hours: Hours; isNew: boolean }) {
  const { load, items, hasMore, busy, more, state } = hours
  if (isNew)
    return (
      <Empty
        icon="clock-heart"
        title="还没有服务记录"
        zh="参加一场活动，签到签退后就会出现在这里"
        act="看志愿活动"
        onAct={() => go('/pages/volunteering/list')}
      />
    )
  return (
    <Box as="section">
      <Head hours={hours} />
      <Loaded load={load}>
        {() =>
          items.length === 0 ? (
            <Empty icon="search" title={`没有${state ? RECORD_STATE_ZH[state] : ''}的记录`} />
          ) : (
            <>
              <Card flush>
                {items.map((record) => (
                  <RecordRow key={record.signUpId} record={record} />
                ))}
              </Card>
              {hasMore && <MoreButton busy={busy} onTap={() => void more()} />}
            </>
          )
        }
      </Loaded>
      {items.some((record) => record.state === 'no_check_out') && <Missing />}
    </Box>
  )
}

/** A forgotten check-out is closed by the leader; nobody has to apply for it. */
const Missing = () => (
  <Card tone="danger" className="missing">
    <Txt size="caption" tone="danger">
      有记录缺签退。领队确认名单时会按计划结束时间为您签退；有出入请点开那一场联系领队。
    </Txt>
  </Card>
)

function Head({ hours: { state, setState } }: { hours: Hours }) {
  const [open, setOpen] = useState(false)
  const [picked, setPicked] = useState<RecordState | null>(state)
  const options = [{ id: 'all', zh: '全部' }, ...RECORD_STATES.map((id) => ({ id, zh: RECORD_STATE_ZH[id] }))]
  const use = () => {
    setState(picked)
    setOpen(false)
  }
  return (
    <Box className="section-head records-head">
      <Box as="title">
        <Txt size="title-2" strong>
          服务记录
        </Txt>
      </Box>
      <Tap
        className="records-filter"
        label={`筛选，现在是${state ? RECORD_STATE_ZH[state] : '全部'}`}
        onTap={() => setOpen(true)}
      >
        <Icon name="adjustments-horizontal" size={16} />
        <Txt size="caption" {...(state ? { strong: true, tone: 'brand' as const } : {})}>
          {state ? RECORD_STATE_ZH[state] : '筛选'}
        </Txt>
      </Tap>
      <Sheet title="筛选服务记录" open={open} onClose={() => setOpen(false)}>
        <Choices
          label="记录状态"
          look="tag"
          items={options}
          picked={[picked ?? 'all']}
          onPick={(id) => setPicked(RECORD_STATES.find((one) => one === id) ?? null)}
        />
        <Box className="sheet-act">
          <Button onTap={use}>看这些记录</Button>
        </Box>
      </Sheet>
    </Box>
  )
}
