import { spanZh } from '@shared/kit/time'
import type { FailureView } from '@shared/volunteering/offline/contract'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { Empty } from '../../../ui/empty'
import { Loaded } from '../../../ui/loaded'
import { MoreButton } from '../../../ui/more-button'
import { FailureRow } from '../offline/failure-row'
import { Anomalies } from './anomalies'
import { CallBacks } from './call-backs'
import { useFailures } from './use-spot-checks'

const PARTS = [
  { id: 'anomalies', zh: '签到异常' },
  { id: 'call-backs', zh: '抽查回访' },
  { id: 'failures', zh: '没有记上的' },
] as const
type Part = (typeof PARTS)[number]['id']

/** 异常与抽查: three lists to ask about; none of them changes anybody's hours. */
export function SpotChecks() {
  const [part, setPart] = useState<Part>('anomalies')
  return (
    <Box className="office">
      <Choices
        label="看哪一项"
        look="segment"
        items={PARTS}
        picked={[part]}
        onPick={(id) => setPart(PARTS.find((one) => one.id === id)?.id ?? 'anomalies')}
      />
      {part === 'anomalies' && <Anomalies />}
      {part === 'call-backs' && <CallBacks />}
      {part === 'failures' && <Failures />}
    </Box>
  )
}

function Failures() {
  const { load, items, hasMore, busy, readOn } = useFailures()
  return (
    <>
      <Loaded load={load}>
        {() =>
          items.length === 0 ? (
            <Empty icon="clipboard-check" title="没有没记上的登记" zh="领队手机上传、系统没有计入的，都留在这里备查" />
          ) : (
            <Card flush>
              {items.map((one) => (
                <FailureRow key={one.id} failure={one} about={aboutZh(one)} />
              ))}
            </Card>
          )
        }
      </Loaded>
      {hasMore && <MoreButton busy={busy} onTap={() => void readOn()} />}
    </>
  )
}

const aboutZh = ({ title, startsAt, leaderZh }: FailureView) => {
  const start = new Date(startsAt)
  return `${title}（${spanZh(start, start).split(' ')[0]}）领队 ${leaderZh}`
}
