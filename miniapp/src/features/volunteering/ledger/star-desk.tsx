import { shanghai } from '@shared/kit/time'
import { STAR_APPLICATION_STATES } from '@shared/volunteering/ledger/codes'
import { STAR_MOVE_ZH, type StarMove } from '@shared/volunteering/ledger/stars'
import type { StarDeskRow } from '@shared/volunteering/ledger/stars-contract'
import { STAR_APPLICATION_STATE_ZH } from '@shared/volunteering/ledger/words'
import { hoursZh, STAR_ZH } from '@shared/volunteering/words'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { Empty } from '../../../ui/empty'
import { Loaded } from '../../../ui/loaded'
import { MoreButton } from '../../../ui/more-button'
import { Txt } from '../../../ui/txt'
import type { StarDeskHand } from './use-star-desk'
import { WordsSheet } from './words-sheet'

type Step = { readonly row: StarDeskRow; readonly move: StarMove }

/** 星级公示 of the office: hours now beside those asked with, objections, and the two ways to end it. */
export function StarDesk({ hand }: { hand: StarDeskHand }) {
  const { load, items, hasMore, busy, readOn, state, setState, sending } = hand
  const [step, setStep] = useState<Step | null>(null)
  return (
    <Box className="office">
      <Choices
        label="按状态"
        look="tag"
        items={STAR_APPLICATION_STATES.map((id) => ({ id, zh: STAR_APPLICATION_STATE_ZH[id] }))}
        picked={[state]}
        onPick={(id) => setState(STAR_APPLICATION_STATES.find((one) => one === id) ?? 'publicised')}
      />
      <Loaded load={load}>
        {() =>
          items.length === 0 ? (
            <Empty icon="f-star" title={`没有${STAR_APPLICATION_STATE_ZH[state]}的星级`} />
          ) : (
            <Card flush>
              {items.map((row) => (
                <Row key={row.id} row={row} busy={sending} onMove={(move) => setStep({ row, move })} />
              ))}
            </Card>
          )
        }
      </Loaded>
      {hasMore && <MoreButton busy={busy} onTap={() => void readOn()} />}
      {step && (
        <WordsSheet
          title={`${STAR_MOVE_ZH[step.move]}${STAR_ZH[step.row.stars] ?? ''}`}
          about={step.row.personZh}
          act={STAR_MOVE_ZH[step.move]}
          busy={sending}
          optional={step.move === 'confer' && step.row.objections.length === 0}
          onClose={() => setStep(null)}
          onSend={(note) => void hand.move(step.row.id, step.move, note).then((done) => done && setStep(null))}
        />
      )}
    </Box>
  )
}

type RowProps = { readonly row: StarDeskRow; readonly busy: boolean; readonly onMove: (move: StarMove) => void }

const Row = ({ row, busy, onMove }: RowProps) => (
  <Box className="office-row">
    <Box className="office-words">
      <Txt strong block>{`${row.personZh} · ${STAR_ZH[row.stars] ?? ''}`}</Txt>
      <Txt size="caption" tone="second" block num>
        {`${row.number} · 申报时 ${hoursZh(row.appliedMinutes)} 小时，现在 ${hoursZh(row.minutes)} 小时 · 公示到 ${lastDay(row)}`}
      </Txt>
      {row.objections.map(({ words, at }) => (
        <Txt key={at} size="caption" tone="warn" block>{`异议：${words}`}</Txt>
      ))}
      {row.note && <Txt size="caption" block>{`结果：${row.note}`}</Txt>}
    </Box>
    <Box className="office-acts">
      {row.moves.map((move) => (
        <Button
          key={move}
          dense
          fit
          busy={busy}
          kind={move === 'confer' ? 'soft' : 'ghost'}
          label={`${STAR_MOVE_ZH[move]}：${row.personZh}`}
          onTap={() => onMove(move)}
        >
          {STAR_MOVE_ZH[move]}
        </Button>
      ))}
    </Box>
  </Box>
)

const lastDay = ({ publicUntil }: StarDeskRow) => shanghai(new Date(Date.parse(publicUntil) - 1)).day
