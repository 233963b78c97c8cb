import { percentOf, RATE_PART_ZH, RATE_PARTS, RATE_ZH, RATES, type Rate, type RatePart } from '@shared/cases/rates'
import { GetRates } from '@shared/cases/rates-contract'
import { addDays, shanghai } from '@shared/kit/time'
import { useState } from 'react'
import { now } from '../../../api/clock'
import { useLoad } from '../../../api/use-load'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { Empty } from '../../../ui/empty'
import { Entry } from '../../../ui/entry'
import { Loaded } from '../../../ui/loaded'
import { AskedExclusions } from './asked'
import { RateCases } from './rate-cases'

const BY = [
  { id: 'unit', zh: '按单位' },
  { id: 'grid', zh: '按网格' },
] as const
const SPANS = [
  { id: '30', zh: '近 30 天' },
  { id: '90', zh: '近 90 天' },
] as const
type Picked = { readonly rate: Rate; readonly part: RatePart }
type Tally = Record<RatePart, number>

/** Of those counted, how many; what is not counted stands beside it. */
const rateZh = (rate: Rate, tally: Tally) => {
  const percent = percentOf(tally)
  return `${RATE_ZH[rate]} ${percent === null ? '—' : `${percent}%`}（${tally.met}/${tally.met + tally.missed}）`
}

/** 三率 with open denominators: every number opens its cases. */
export function Rates() {
  const [by, setBy] = useState<'unit' | 'grid'>('unit')
  const [days, setDays] = useState('30')
  const [picked, pick] = useState<Picked | null>(null)
  const period = { from: shanghai(addDays(now(), 1 - Number(days))).day, to: shanghai(now()).day }
  const load = useLoad(GetRates, { params: {}, body: { ...period, by } })
  return (
    <Box className="stack">
      <Card>
        <Choices label="日子" look="segment" items={SPANS} picked={[days]} onPick={setDays} />
        <Choices
          label="分组"
          look="segment"
          items={BY}
          picked={[by]}
          onPick={(id) => setBy(id === 'grid' ? 'grid' : 'unit')}
        />
      </Card>
      <Loaded load={load}>
        {({ total, rows, asked }) => (
          <>
            {RATES.map((rate) => (
              <Card key={rate} title={rateZh(rate, total[rate])}>
                <Choices
                  label={RATE_ZH[rate]}
                  look="tag"
                  items={RATE_PARTS.map((part) => ({
                    id: part,
                    zh: `${RATE_PART_ZH[rate][part]} ${total[rate][part]}`,
                  }))}
                  picked={picked?.rate === rate ? [picked.part] : []}
                  onPick={(id) => {
                    const part = RATE_PARTS.find((one) => one === id)
                    pick(part ? { rate, part } : null)
                  }}
                />
                {picked?.rate === rate && <RateCases period={period} {...picked} onAsked={() => void load.reload()} />}
              </Card>
            ))}
            <AskedExclusions items={asked} onDecided={() => void load.reload()} />
            {rows.length === 0 ? (
              <Empty icon="chart-bar" title="这段日子没有派出的案件" />
            ) : (
              <Card flush title={by === 'unit' ? '各单位' : '各网格'}>
                {rows.map((row) => (
                  <Entry
                    key={row.id}
                    title={row.name}
                    zh={RATES.map((rate) => `${rateZh(rate, row[rate])} 剔除 ${row[rate].excluded}`).join(' · ')}
                  />
                ))}
              </Card>
            )}
          </>
        )}
      </Loaded>
    </Box>
  )
}
