import { momentZh, spanZh } from '@shared/kit/time'
import { HOURS_REQUEST_STATES } from '@shared/volunteering/ledger/codes'
import { HOURS_TRANSITIONS, type HoursMove } from '@shared/volunteering/ledger/requests'
import type { HoursRequestView } from '@shared/volunteering/ledger/requests-contract'
import { HOURS_REASON_ZH, HOURS_REQUEST_KIND_ZH, HOURS_REQUEST_STATE_ZH } from '@shared/volunteering/ledger/words'
import { useState } from 'react'
import { now } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { Empty } from '../../../ui/empty'
import { Loaded } from '../../../ui/loaded'
import { MoreButton } from '../../../ui/more-button'
import { Photo } from '../../../ui/photo'
import { Tag } from '../../../ui/tag'
import { Txt } from '../../../ui/txt'
import { requestTone } from './say'
import type { RequestsHand } from './use-requests'
import { WordsSheet } from './words-sheet'

type Step = { readonly request: HoursRequestView; readonly move: HoursMove }

/** 更正与补录: what waits for the office, the oldest first. */
export function Requests({ hand }: { hand: RequestsHand }) {
  const { load, items, hasMore, busy, readOn, state, setState, sending } = hand
  const [step, setStep] = useState<Step | null>(null)
  const counts = load.data?.counts
  return (
    <Box className="office">
      <Choices
        label="按状态"
        look="tag"
        items={HOURS_REQUEST_STATES.map((id) => ({ id, zh: `${HOURS_REQUEST_STATE_ZH[id]} ${counts?.[id] ?? 0}` }))}
        picked={[state]}
        onPick={(id) => setState(HOURS_REQUEST_STATES.find((one) => one === id) ?? 'proposed')}
      />
      <Loaded load={load}>
        {() =>
          items.length === 0 ? (
            <Empty icon="clipboard-check" title={`没有${HOURS_REQUEST_STATE_ZH[state]}的`} />
          ) : (
            <Card flush>
              {items.map((request) => (
                <RequestRow
                  key={request.id}
                  request={request}
                  busy={sending}
                  onMove={(move) => setStep({ request, move })}
                />
              ))}
            </Card>
          )
        }
      </Loaded>
      {hasMore && <MoreButton busy={busy} onTap={() => void readOn()} />}
      {step && (
        <WordsSheet
          title={`${HOURS_TRANSITIONS[step.move].zh}：${HOURS_REQUEST_KIND_ZH[step.request.kind]}`}
          about={`${step.request.personZh} · ${step.request.title}`}
          act={HOURS_TRANSITIONS[step.move].zh}
          busy={sending}
          optional={!HOURS_TRANSITIONS[step.move].note}
          {...(step.move === 'answer' ? { minutes: step.request.wasMinutes } : {})}
          onClose={() => setStep(null)}
          onSend={(note, minutes) =>
            void hand
              .move(step.request.id, step.move, note, step.move === 'answer' ? minutes : null)
              .then((done) => done && setStep(null))
          }
        />
      )}
    </Box>
  )
}

type RowProps = {
  readonly request: HoursRequestView
  readonly busy: boolean
  readonly onMove: (move: HoursMove) => void
}

const RequestRow = ({ request, busy, onMove }: RowProps) => (
  <Box className="office-row">
    <Box className="office-words">
      <Txt block strong>{`${request.personZh} · ${request.title}`}</Txt>
      <Txt size="caption" tone="second" block num>
        {factsZh(request)}
      </Txt>
      <Txt size="caption" block>
        {`${HOURS_REASON_ZH[request.reason]}：${request.reasonZh}`}
      </Txt>
      {request.note && <Txt size="caption" tone="second" block>{`${request.decidedByZh}：${request.note}`}</Txt>}
      {request.photo && <Photo src={request.photo.thumbUrl} label="现场照片" className="request-photo" />}
    </Box>
    <Box className="office-end">
      <Txt strong num>{`${request.wasMinutes} → ${request.toMinutes ?? '？'} 分钟`}</Txt>
      <Tag zh={HOURS_REQUEST_STATE_ZH[request.state]} tone={requestTone(request.state)} />
    </Box>
    <Box className="office-acts">
      {request.moves.map((move) => (
        <Button
          key={move}
          dense
          fit
          busy={busy}
          kind={move === 'refuse' ? 'ghost' : 'soft'}
          label={`${HOURS_TRANSITIONS[move].zh}：${request.personZh} ${request.title}`}
          onTap={() => onMove(move)}
        >
          {HOURS_TRANSITIONS[move].zh}
        </Button>
      ))}
    </Box>
  </Box>
)

function factsZh({ kind, teamName, servedFrom, servedTo, startsAt, endsAt, askedByZh, askedAt }: HoursRequestView) {
  const span = spanZh(new Date(servedFrom ?? startsAt), new Date(servedTo ?? endsAt))
  return [HOURS_REQUEST_KIND_ZH[kind], teamName, span, `${askedByZh} ${momentZh(new Date(askedAt), now())} 提出`].join(
    ' · ',
  )
}
