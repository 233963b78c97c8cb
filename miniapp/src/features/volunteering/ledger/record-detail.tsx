import { momentZh, spanZh } from '@shared/kit/time'
import type { HoursRequestView, MyRecord } from '@shared/volunteering/ledger/requests-contract'
import { HOURS_REQUEST_KIND_ZH, HOURS_REQUEST_STATE_ZH } from '@shared/volunteering/ledger/words'
import { EVIDENCE_ZH, hoursZh } from '@shared/volunteering/words'
import { useState } from 'react'
import { now } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Entry } from '../../../ui/entry'
import { Tag } from '../../../ui/tag'
import { Txt } from '../../../ui/txt'
import { CheckSheet } from './check-sheet'
import { LEDGER_KIND_ZH, requestTone } from './say'
import type { RecordHand } from './use-record'

/** One record: when, what kind of minutes, every line of the ledger, and what was asked about it. */
export function RecordDetail({ record, hand }: { record: MyRecord; hand: RecordHand }) {
  const [asking, setAsking] = useState(false)
  const span = spanZh(new Date(record.servedFrom), new Date(record.servedTo))
  return (
    <Box className="stack">
      <Card title={record.title} aside={<Tag zh={`${EVIDENCE_ZH[record.evidence]}时长`} tone={toneOf(record)} />}>
        <Txt size="number-l" strong num block>
          {`${hoursZh(record.minutes)} 小时`}
        </Txt>
        <Txt size="caption" tone="second" block num>{`${record.minutes} 分钟 · ${span}`}</Txt>
        <Txt size="caption" tone="second" block>{`${record.teamName} · ${record.placeZh}`}</Txt>
      </Card>
      <Card title="账上的每一笔" flush>
        {record.rows.map(({ seq, kind, minutes, reasonZh, at }) => (
          <Entry
            key={seq}
            title={`${LEDGER_KIND_ZH[kind] ?? kind} ${minutes > 0 ? '+' : ''}${minutes} 分钟`}
            zh={`${reasonZh} · ${momentZh(new Date(at), now())}`}
            aside={`第 ${seq} 笔`}
          />
        ))}
      </Card>
      {record.requests.length > 0 && (
        <Card title="更正经过" flush>
          {record.requests.map((request) => (
            <RequestLine key={request.id} request={request} />
          ))}
        </Card>
      )}
      {record.mayAsk && (
        <Button kind="outline" onTap={() => setAsking(true)}>
          申请更正
        </Button>
      )}
      {asking && (
        <CheckSheet
          busy={hand.busy}
          onClose={() => setAsking(false)}
          onSend={(reason, words) => void hand.ask(reason, words).then((done) => done && setAsking(false))}
        />
      )}
    </Box>
  )
}

const toneOf = ({ evidence }: MyRecord) => (evidence === 'supplemented' ? 'warn' : 'ok')

const RequestLine = ({ request: { kind, state, reasonZh, note, askedAt } }: { request: HoursRequestView }) => (
  <Entry
    title={HOURS_REQUEST_KIND_ZH[kind]}
    zh={[reasonZh, note, momentZh(new Date(askedAt), now())].filter(Boolean).join(' · ')}
    aside={<Tag zh={HOURS_REQUEST_STATE_ZH[state]} tone={requestTone(state)} />}
  />
)
