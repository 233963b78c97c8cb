import { percentOf, RATE_PART_ZH, RATE_PARTS, RATE_ZH, type Rate, type RatePart } from '@shared/cases/rates'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Meter } from '../../../ui/meter'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { RateCases } from './rate-cases'

type RateCardProps = {
  readonly rate: Rate
  readonly tally: Readonly<Record<RatePart, number>>
  readonly picked: RatePart | null
  readonly onPick: (part: RatePart | null) => void
  readonly period: { readonly from: string; readonly to: string }
  readonly onAsked: () => void
}

/** One rate in large figures; what is not counted in it stands beside what is, and every number opens its cases. */
export function RateCard({ rate, tally, picked, onPick, period, onAsked }: RateCardProps) {
  const percent = percentOf(tally)
  const counted = tally.met + tally.missed
  const zh = RATE_ZH[rate]
  return (
    <Card title={zh} aside={`${tally.met}/${counted} 件`}>
      <Box className="rate-figure">
        <Txt size="number-l" strong num>
          {percent === null ? '—' : String(percent)}
        </Txt>
        {percent !== null && <Txt tone="second">%</Txt>}
      </Box>
      <Meter
        label={`${zh}，${counted} 件里 ${tally.met} 件`}
        part={counted === 0 ? 0 : tally.met / counted}
        tone="ok"
      />
      <Box as="group" className="rate-parts" label={`${zh}的各项`}>
        {RATE_PARTS.map((part) => (
          <Tap
            key={part}
            className={`rate-part${picked === part ? ' is-on' : ''}`}
            on={picked === part}
            onTap={() => onPick(picked === part ? null : part)}
          >
            <Txt strong block num>
              {tally[part]}
            </Txt>
            <Txt size="micro" tone="second" block>
              {RATE_PART_ZH[rate][part]}
            </Txt>
          </Tap>
        ))}
      </Box>
      {picked && <RateCases period={period} rate={rate} part={picked} onAsked={onAsked} />}
    </Card>
  )
}
