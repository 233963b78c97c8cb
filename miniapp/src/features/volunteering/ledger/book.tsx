import { momentZh } from '@shared/kit/time'
import type { HoursSum, HoursTotals } from '@shared/volunteering/ledger/book-contract'
import type { HoursExportKind } from '@shared/volunteering/ledger/codes'
import { hoursZh } from '@shared/volunteering/words'
import { useState } from 'react'
import { now } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { Entry } from '../../../ui/entry'
import { Loaded } from '../../../ui/loaded'
import { Stats } from '../../../ui/stats'
import { Tag } from '../../../ui/tag'
import { Txt } from '../../../ui/txt'
import { Reports } from './reports'
import type { BookHand } from './use-book'
import { WordsSheet } from './words-sheet'

const WAYS = [
  { id: 'teams', zh: '按队伍' },
  { id: 'months', zh: '按月份' },
  { id: 'people', zh: '按人' },
] as const

/** 时长账: totals of one reading, the state of the chain, what leaves the house, the report of the year. */
export const Book = ({ hand }: { hand: BookHand }) => (
  <Box className="office">
    <Loaded load={hand.totals}>{(totals) => <Totals totals={totals} />}</Loaded>
    <Chain hand={hand} />
    <Exports hand={hand} />
    <Reports />
  </Box>
)

function Totals({ totals }: { totals: HoursTotals }) {
  const [way, setWay] = useState<'teams' | 'months' | 'people'>('teams')
  const rows = totals[way]
  const left = way === 'people' ? totals.peopleCount - rows.length : 0
  return (
    <>
      <Card title="合计" aside={`截至 ${momentZh(new Date(totals.at), now())}`}>
        <Stats
          items={[
            { value: hoursZh(totals.all.minutes), unit: '小时', zh: '全部' },
            { value: hoursZh(totals.all.measured), unit: '小时', zh: '实测' },
            { value: hoursZh(totals.all.supplemented), unit: '小时', zh: '补录' },
          ]}
        />
      </Card>
      <Choices
        label="怎么分"
        look="segment"
        items={WAYS}
        picked={[way]}
        onPick={(id) => setWay(WAYS.find((one) => one.id === id)?.id ?? 'teams')}
      />
      <Card flush>
        {rows.map((sum) => (
          <SumRow key={sum.key} sum={sum} />
        ))}
        {left > 0 && <Entry title={`其余 ${left} 人`} zh="在服务记录 CSV 里" />}
      </Card>
    </>
  )
}

const SumRow = ({ sum: { zh, minutes, measured, supplemented } }: { sum: HoursSum }) => (
  <Entry
    title={zh}
    zh={`实测 ${hoursZh(measured)}，补录 ${hoursZh(supplemented)}`}
    aside={<Txt strong num>{`${hoursZh(minutes)} 小时`}</Txt>}
  />
)

const Chain = ({ hand: { chain } }: { hand: BookHand }) => (
  <Card title="哈希链" aside={chain.data && <Tag {...chainLook(chain.data.broken === null)} />}>
    {chain.data && (
      <>
        <Txt block num>
          {chain.data.broken
            ? `第 ${chain.data.broken.seq} 笔和账不符，请保留现场并查数据库操作记录`
            : `${chain.data.rows} 笔，逐笔核对无误`}
        </Txt>
        <Txt size="micro" tone="second" block className="hash">
          {`${chain.data.alg} ${chain.data.head}`}
        </Txt>
      </>
    )}
  </Card>
)

const chainLook = (isWhole: boolean) =>
  isWhole ? ({ zh: '完整', tone: 'ok' } as const) : ({ zh: '断链', tone: 'danger' } as const)

const KIND_ZH: Record<HoursExportKind, string> = { records: '服务记录 CSV', journal: 'hledger 日记账' }

function Exports({ hand: { taken, taking, take } }: { hand: BookHand }) {
  const [kind, setKind] = useState<HoursExportKind | null>(null)
  return (
    <Card title="导出" flush>
      <Entry
        icon="download"
        title={KIND_ZH.records}
        zh="67号令的记录项，一条记录一行"
        onTap={() => setKind('records')}
      />
      <Entry
        icon="download"
        title={KIND_ZH.journal}
        zh="一笔一条分录，可用 hledger 核对"
        onTap={() => setKind('journal')}
      />
      {taken.items.slice(0, 5).map(({ id, kind: what, byName, reason, rows, at }) => (
        <Entry
          key={id}
          title={reason}
          zh={`${KIND_ZH[what]} · ${rows} 行 · ${byName} ${momentZh(new Date(at), now())}`}
        />
      ))}
      {kind && (
        <WordsSheet
          title={`导出${KIND_ZH[kind]}`}
          about="用途会登记"
          hint="比如 月度核对"
          act="导出"
          busy={taking}
          onClose={() => setKind(null)}
          onSend={(reason) => void take(kind, reason).then((done) => done && setKind(null))}
        />
      )}
    </Card>
  )
}
