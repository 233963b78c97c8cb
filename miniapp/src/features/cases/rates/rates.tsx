import { RATES, type Rate, type RatePart } from '@shared/cases/rates'
import { GetRates } from '@shared/cases/rates-contract'
import { addDays, shanghai } from '@shared/kit/time'
import { useState } from 'react'
import { now } from '../../../api/clock'
import { useLoad } from '../../../api/use-load'
import { Box } from '../../../ui/box'
import { Choices } from '../../../ui/choices'
import { Empty } from '../../../ui/empty'
import { Loaded } from '../../../ui/loaded'
import { AskedExclusions } from './asked'
import { RateCard } from './rate-card'
import { RateTable } from './rate-table'

const BY = [
  { id: 'unit', zh: '按单位' },
  { id: 'grid', zh: '按网格' },
] as const
const SPANS = [
  { id: '30', zh: '近 30 天' },
  { id: '90', zh: '近 90 天' },
] as const
type Picked = { readonly rate: Rate; readonly part: RatePart }

/** 三率 with open denominators: every number opens its cases. */
export function Rates() {
  const [by, setBy] = useState<'unit' | 'grid'>('unit')
  const [days, setDays] = useState('30')
  const [picked, pick] = useState<Picked | null>(null)
  const period = { from: shanghai(addDays(now(), 1 - Number(days))).day, to: shanghai(now()).day }
  const load = useLoad(GetRates, { params: {}, body: { ...period, by } })
  return (
    <Box className="rates">
      <Box className="rates-by">
        <Choices label="日子" look="segment" items={SPANS} picked={[days]} onPick={setDays} />
        <Choices
          label="分组"
          look="segment"
          items={BY}
          picked={[by]}
          onPick={(id) => setBy(id === 'grid' ? 'grid' : 'unit')}
        />
      </Box>
      <Loaded load={load}>
        {({ total, rows, asked }) => (
          <>
            <Box className="rate-cards">
              {RATES.map((rate) => (
                <RateCard
                  key={rate}
                  rate={rate}
                  tally={total[rate]}
                  picked={picked?.rate === rate ? picked.part : null}
                  onPick={(part) => pick(part === null ? null : { rate, part })}
                  period={period}
                  onAsked={() => void load.reload()}
                />
              ))}
            </Box>
            <AskedExclusions items={asked} onDecided={() => void load.reload()} />
            {rows.length === 0 ? (
              <Empty icon="chart-bar" title="这段日子没有派出的案件" />
            ) : (
              <RateTable rows={rows} by={by} period={period} onAsked={() => void load.reload()} />
            )}
          </>
        )}
      </Loaded>
    </Box>
  )
}
