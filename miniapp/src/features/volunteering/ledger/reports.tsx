import { momentZh } from '@shared/kit/time'
import type { ReportFigures } from '@shared/volunteering/ledger/report'
import { hoursZh } from '@shared/volunteering/words'
import { now } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { confirm } from '../../../ui/confirm'
import { Entry } from '../../../ui/entry'
import { Txt } from '../../../ui/txt'
import { useReports } from './use-book'

/** 年度报告: last year's figures as they stand, frozen by one tap; what is frozen stays. */
export function Reports() {
  const { load, busy, freeze } = useReports()
  const draft = load.data?.draft
  const ask = async (year: number) => {
    const yes = await confirm({ title: `${year} 年报告定稿吗`, zh: '定稿后不能改，哈希值随报告留存。', yes: '定稿' })
    if (yes) void freeze(year)
  }
  return (
    <Card title="年度报告" flush>
      {draft && (
        <Box className="office-row">
          <Box className="office-words">
            <Txt strong block>{`${draft.year} 年（未定稿）`}</Txt>
            <Txt size="caption" tone="second" block num>
              {figuresZh(draft)}
            </Txt>
          </Box>
          <Button dense fit kind="soft" busy={busy} onTap={() => void ask(draft.year)}>
            定稿
          </Button>
        </Box>
      )}
      {load.data?.items.map((report) => (
        <Entry
          key={report.year}
          title={`${report.year} 年`}
          zh={`${figuresZh(report)} · ${report.byZh} ${momentZh(new Date(report.at), now())} 定稿 · ${report.hash.slice(0, 12)}`}
        />
      ))}
    </Card>
  )
}

const figuresZh = (of: ReportFigures) =>
  [
    `记录 ${of.records} 条`,
    `证明 ${of.certificatesIssued} 份`,
    `活动 ${of.activities} 场`,
    `${of.people} 人`,
    `实测 ${hoursZh(of.measuredMinutes)} 小时`,
    `补录 ${hoursZh(of.supplementedMinutes)} 小时`,
    `更正 ${of.corrections} 件`,
  ].join('，')
