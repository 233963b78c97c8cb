import { durationZh, momentZh, spanZh } from '@shared/kit/time'
import {
  CALL_BACK_PERCENT,
  CALL_BACK_RESULT_ZH,
  CALL_BACK_RESULTS,
  type CallBackResult,
} from '@shared/volunteering/spot-checks/call-backs'
import type { DrawnRecord } from '@shared/volunteering/spot-checks/contract'
import { EVIDENCE_ZH } from '@shared/volunteering/words'
import { useState } from 'react'
import { now } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { Empty } from '../../../ui/empty'
import { Loaded } from '../../../ui/loaded'
import { Txt } from '../../../ui/txt'
import { WordsSheet } from '../ledger/words-sheet'
import { FiguresCard } from './figures-card'
import { useCallBacks } from './use-spot-checks'

/** 抽查回访: nobody chose whom; each is asked whether it was so. */
export function CallBacks() {
  const { load, figures, month, setMonth, sending, answer } = useCallBacks()
  const [step, setStep] = useState<{ readonly row: DrawnRecord; readonly result: CallBackResult } | null>(null)
  return (
    <>
      <Loaded load={load}>
        {({ months, items }) => (
          <>
            {months.length > 1 && (
              <Choices
                label="按月份"
                look="tag"
                items={months.map((id) => ({ id, zh: id }))}
                picked={month === null ? [] : [month]}
                onPick={setMonth}
              />
            )}
            {items.length === 0 ? (
              <Empty
                icon="clipboard-check"
                title="还没有要回访的记录"
                zh={`每个月过完，从认定的记录里抽 ${CALL_BACK_PERCENT}%，至少一条`}
              />
            ) : (
              <Card flush>
                {items.map((row) => (
                  <Row key={row.recordId} row={row} busy={sending} onAnswer={(result) => setStep({ row, result })} />
                ))}
              </Card>
            )}
          </>
        )}
      </Loaded>
      {figures.data && <FiguresCard figures={figures.data} />}
      {step && (
        <WordsSheet
          title={`回访：${CALL_BACK_RESULT_ZH[step.result]}`}
          about={`${step.row.name} · ${step.row.title}`}
          hint={step.result === 'differs' ? '哪里不符；要改时长请另走更正' : '可写明怎么联系的'}
          act="记下"
          optional={step.result !== 'differs'}
          busy={sending}
          onClose={() => setStep(null)}
          onSend={(note) => void answer(step.row.recordId, step.result, note).then((done) => done && setStep(null))}
        />
      )}
    </>
  )
}

type RowProps = {
  readonly row: DrawnRecord
  readonly busy: boolean
  readonly onAnswer: (result: CallBackResult) => void
}

const Row = ({ row, busy, onAnswer }: RowProps) => (
  <Box className="office-row">
    <Box className="office-words">
      <Txt strong block num>
        {`${row.name}（编号 ${row.number}）· ${row.title}`}
      </Txt>
      <Txt size="caption" block num>
        {`${spanZh(new Date(row.servedFrom), new Date(row.servedTo))} · ${durationZh(row.creditedMinutes)} · ${EVIDENCE_ZH[row.evidence]} · ${row.placeZh}`}
      </Txt>
      <Txt size="caption" tone="second" block>
        {`${row.teamName} · 领队 ${row.leaderZh} · ${row.confirmedByZh} 认定`}
      </Txt>
      {row.calls.map((one) => (
        <Txt key={`${one.at} ${one.result}`} size="caption" block num>
          {`${momentZh(new Date(one.at), now())} ${one.byZh}：${CALL_BACK_RESULT_ZH[one.result]}${one.note && `，${one.note}`}`}
        </Txt>
      ))}
    </Box>
    {row.mayCall && (
      <Box className="office-acts">
        {CALL_BACK_RESULTS.map((result) => (
          <Button
            key={result}
            dense
            fit
            busy={busy}
            kind={result === 'verified' ? 'soft' : 'outline'}
            label={`${CALL_BACK_RESULT_ZH[result]}：${row.name} ${row.title}`}
            onTap={() => onAnswer(result)}
          >
            {CALL_BACK_RESULT_ZH[result]}
          </Button>
        ))}
      </Box>
    )}
  </Box>
)
