import { percentOf, RATE_PART_ZH, RATE_PARTS, RATE_ZH, RATES, type Rate, type RatePart } from '@shared/cases/rates'
import { oneOf } from '@shared/kit/one-of'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { Sheet } from '../../../ui/sheet'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { RateCases } from './rate-cases'

type Tally = Readonly<Record<RatePart, number>>
type Row = { readonly id: string; readonly name: string } & Readonly<Record<Rate, Tally>>
type RateTableProps = {
  readonly rows: readonly Row[]
  readonly by: 'unit' | 'grid'
  readonly period: { readonly from: string; readonly to: string }
  readonly onAsked: () => void
}

/** Each unit or grid with its three rates; a cell opens the cases behind it. */
export function RateTable({ rows, by, period, onAsked }: RateTableProps) {
  const [open, setOpen] = useState<{ readonly row: Row; readonly rate: Rate } | null>(null)
  return (
    <Card flush title={by === 'unit' ? '各单位' : '各网格'} aside="点数字看案件">
      <Box as="list" label={by === 'unit' ? '各单位' : '各网格'}>
        {rows.map((row) => (
          <Box key={row.id} as="item" className="rate-row">
            <Txt className="rate-name">{row.name}</Txt>
            {RATES.map((rate) => (
              <Cell key={rate} rate={rate} tally={row[rate]} onTap={() => setOpen({ row, rate })} />
            ))}
          </Box>
        ))}
      </Box>
      {open && (
        <OneSheet
          title={`${open.row.name} · ${RATE_ZH[open.rate]}`}
          period={{ ...period, ...(by === 'unit' ? { unitId: open.row.id } : { gridId: open.row.id }) }}
          rate={open.rate}
          tally={open.row[open.rate]}
          onClose={() => setOpen(null)}
          onAsked={onAsked}
        />
      )}
    </Card>
  )
}

function Cell({ rate, tally, onTap }: { rate: Rate; tally: Tally; onTap: () => void }) {
  const percent = percentOf(tally)
  return (
    <Tap className="rate-cell" onTap={onTap}>
      <Txt size="micro" tone="second" block>
        {RATE_ZH[rate]}
      </Txt>
      <Txt strong block num>
        {percent === null ? '—' : `${percent}%`}
      </Txt>
      <Txt size="micro" tone="second" block num>
        {`${tally.met}/${tally.met + tally.missed}${tally.excluded > 0 ? ` 剔除 ${tally.excluded}` : ''}`}
      </Txt>
    </Tap>
  )
}

type OneProps = {
  readonly title: string
  readonly period: { readonly from: string; readonly to: string; readonly unitId?: string; readonly gridId?: string }
  readonly rate: Rate
  readonly tally: Tally
  readonly onClose: () => void
  readonly onAsked: () => void
}

function OneSheet({ title, period, rate, tally, onClose, onAsked }: OneProps) {
  const [part, setPart] = useState<RatePart>(tally.missed > 0 ? 'missed' : 'met')
  return (
    <Sheet title={title} open onClose={onClose}>
      <Choices
        label="哪些案件"
        look="tag"
        items={RATE_PARTS.map((id) => ({ id, zh: `${RATE_PART_ZH[rate][id]} ${tally[id]}` }))}
        picked={[part]}
        onPick={(id) => setPart(oneOf(RATE_PARTS, id) ?? part)}
      />
      <RateCases period={period} rate={rate} part={part} onAsked={onAsked} />
    </Sheet>
  )
}
