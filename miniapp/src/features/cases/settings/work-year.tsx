import { GetWorkYear, SetWorkYear, type WorkYearView } from '@shared/cases/calendar-contract'
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
import { Tag } from '../../../ui/tag'
import { toast } from '../../../ui/toast'
import { Txt } from '../../../ui/txt'
import { WorkYearImport } from './work-year-import'

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1)

/** 工作日历 of a year, month by month: only the days that are not as their weekday is. */
export function WorkYear() {
  const here = shanghai(now()).year
  const [year, setYear] = useState(here)
  const load = useLoad(GetWorkYear, { params: {}, body: { year } })
  const { busy, send } = useSend()
  const set = (csv: string | null) =>
    send(`${year} ${csv}`, async (key) => {
      await call(SetWorkYear, { params: {}, body: { key, year, csv } })
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
            <Source view={view} busy={busy !== null} onFill={() => void set(null)} />
            {view.source !== null && <Months view={view} />}
            <WorkYearImport key={year} year={year} busy={busy !== null} onApply={set} />
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
          系统里还没有这一年公布的放假安排，请用下面的 CSV 导入。
        </Txt>
      )}
    </Card>
  )
}

function Months({ view: { year, days } }: { view: WorkYearView }) {
  return (
    <Card title="放假和调休" aside={`${days.length} 天`} flush>
      {MONTHS.map((month) => {
        const head = `${year}-${String(month).padStart(2, '0')}-`
        const own = days.filter(({ day }) => day.startsWith(head))
        return (
          <Box key={month} className="setting-row">
            <Txt strong block>{`${month} 月`}</Txt>
            <Box className="row wrap gap-2">
              {own.length === 0 && (
                <Txt size="caption" tone="third">
                  周一到周五上班
                </Txt>
              )}
              {own.map(({ day, kind }) => (
                <Tag
                  key={day}
                  tone={kind === 'rest' ? 'ok' : 'warn'}
                  zh={`${Number(day.slice(8))} 日${kind === 'rest' ? '休' : '班'}`}
                />
              ))}
            </Box>
          </Box>
        )
      })}
    </Card>
  )
}
