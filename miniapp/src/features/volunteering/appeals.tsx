import { momentZh, spanZh } from '@shared/kit/time'
import { APPEAL_STATES, type AppealAnswer } from '@shared/volunteering/appeals'
import type { AppealView } from '@shared/volunteering/appeals-contract'
import { APPEAL_STATE_ZH } from '@shared/volunteering/words'
import { useState } from 'react'
import { now } from '../../api/clock'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Choices } from '../../ui/choices'
import { Empty } from '../../ui/empty'
import { Loaded } from '../../ui/loaded'
import { MoreButton } from '../../ui/more-button'
import { Photo } from '../../ui/photo'
import { Tag } from '../../ui/tag'
import { Txt } from '../../ui/txt'
import { WordsSheet } from './ledger/words-sheet'
import type { AppealsHand } from './use-appeals'

const ANSWER_ZH: Record<AppealAnswer, string> = { grant: '通过', refuse: '不通过' }
const TONES = { asked: 'warn', granted: 'ok', refused: 'plain' } as const

/** 未到申诉: what waits for the office, the oldest first. */
export function Appeals({ hand }: { hand: AppealsHand }) {
  const { load, items, hasMore, busy, readOn, state, setState, sending } = hand
  const [step, setStep] = useState<{ readonly appeal: AppealView; readonly answer: AppealAnswer } | null>(null)
  return (
    <Box className="office">
      <Choices
        label="按状态"
        look="tag"
        items={APPEAL_STATES.map((id) => ({ id, zh: APPEAL_STATE_ZH[id] }))}
        picked={[state]}
        onPick={(id) => setState(APPEAL_STATES.find((one) => one === id) ?? 'asked')}
      />
      <Loaded load={load}>
        {() =>
          items.length === 0 ? (
            <Empty icon="clipboard-check" title={`没有${APPEAL_STATE_ZH[state]}的申诉`} />
          ) : (
            <Card flush>
              {items.map((appeal) => (
                <Row
                  key={appeal.id}
                  appeal={appeal}
                  busy={sending}
                  onAnswer={(answer) => setStep({ appeal, answer })}
                />
              ))}
            </Card>
          )
        }
      </Loaded>
      {hasMore && <MoreButton busy={busy} onTap={() => void readOn()} />}
      {step && (
        <WordsSheet
          title={`申诉${ANSWER_ZH[step.answer]}`}
          about={`${step.appeal.personZh} · ${step.appeal.title}`}
          hint="写明依据，本人会看到"
          act={`${ANSWER_ZH[step.answer]}并通知本人`}
          busy={sending}
          onClose={() => setStep(null)}
          onSend={(note) => void hand.answer(step.appeal.id, step.answer, note).then((done) => done && setStep(null))}
        />
      )}
    </Box>
  )
}

type RowProps = {
  readonly appeal: AppealView
  readonly busy: boolean
  readonly onAnswer: (answer: AppealAnswer) => void
}

const Row = ({ appeal, busy, onAnswer }: RowProps) => (
  <Box className="office-row">
    <Box className="office-words">
      <Txt block strong>{`${appeal.personZh} · ${appeal.title}`}</Txt>
      <Txt size="caption" tone="second" block num>
        {`${spanZh(new Date(appeal.startsAt), new Date(appeal.endsAt))} · 领队 ${appeal.leaderZh} · ${momentZh(new Date(appeal.askedAt), now())} 提出`}
      </Txt>
      <Txt size="caption" block num>
        {`自述 ${spanZh(new Date(appeal.servedFrom), new Date(appeal.servedTo))} 在场：${appeal.reasonZh}`}
      </Txt>
      {appeal.note && <Txt size="caption" tone="second" block>{`${appeal.decidedByZh}：${appeal.note}`}</Txt>}
      {appeal.photo && <Photo src={appeal.photo.thumbUrl} label="现场照片" className="request-photo" />}
    </Box>
    <Box className="office-end">
      <Tag zh={APPEAL_STATE_ZH[appeal.state]} tone={TONES[appeal.state]} />
    </Box>
    {appeal.mayAnswer && (
      <Box className="office-acts">
        {(['refuse', 'grant'] as const).map((answer) => (
          <Button
            key={answer}
            dense
            fit
            busy={busy}
            kind={answer === 'refuse' ? 'ghost' : 'soft'}
            label={`${ANSWER_ZH[answer]}：${appeal.personZh} ${appeal.title}`}
            onTap={() => onAnswer(answer)}
          >
            {ANSWER_ZH[answer]}
          </Button>
        ))}
      </Box>
    )}
  </Box>
)
