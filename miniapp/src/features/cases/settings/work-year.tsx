import { FillWorkYear, GetWorkYear, type WorkYearView } from '@shared/cases/calendar-contract'
import { shanghai } from '@shared/kit/time'
import { useState } from 'react'
import { call } from '../../../api/call'
import { now } from '../../../api/clock'
import { useLoad } from '../../../api/use-load'
import { useSend } from '../../../api/use-send'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { Loaded } from '../../../ui/loaded'
import { toast } from '../../../ui/toast'
import { Txt } from '../../../ui/txt'
import { WorkMonths } from './work-months'
import { WorkYearImport } from './work-year-import'

/** 工作日历 of a year, month by month: only the days that are not as their weekday is. */
export function WorkYear() {
  const here = shanghai(now()).year
  const [year, setYear] = useState(here)
  const load = useLoad(GetWorkYear, { params: {}, body: { year } })
  const { busy, send } = useSend()
  const fill = () =>
    send(`fill ${year}`, async (key) => {
      await call(FillWorkYear, { params: {}, body: { key, year } })
      toast(`${year} 年工作日历已更新`, 'ok')
      void load.reload()
    })
  return (
    <>
      <Choices
        label="年份"
        look="segment"
        items={[here - 1, here, here + 1].map((one) => ({ id: String(one), zh: `${one} 年` }))}
        picked={[String(year)]}
        onPick={(id) => setYear(Number(id))}
      />
      <Loaded load={load}>
        {(view) => (
          <>
            <Source view={view} busy={busy !== null} onFill={() => void fill()} />
            {view.source !== null && <WorkMonths title="放假和调休" year={year} days={view.days} />}
            <WorkYearImport key={year} year={year} onDone={() => void load.reload()} />
          </>
        )}
      </Loaded>
    </>
  )
}

type SourceProps = { readonly view: WorkYearView; readonly busy: boolean; readonly onFill: () => void }

function Source({ view: { year, source, isPublished }, busy, onFill }: SourceProps) {
  return (
    <Card
      tone={source === null ? 'danger' : 'plain'}
      title={source === null ? `还没有 ${year} 年的工作日历` : `${year} 年已导入`}
    >
      <Txt block>
        {source === null ? '期限算到这一年时会被拒绝，不会按猜的日子算。请尽快导入。' : `来源：${source}`}
      </Txt>
      {isPublished ? (
        <Box className="setting-acts">
          <Button kind="soft" dense fit busy={busy} onTap={onFill}>
            按已公布的安排填写
          </Button>
        </Box>
      ) : (
        <Txt size="caption" tone="second" block>
          系统里还没有这一年公布的放假安排，请用下面的表格导入。
        </Txt>
      )}
    </Card>
  )
}
