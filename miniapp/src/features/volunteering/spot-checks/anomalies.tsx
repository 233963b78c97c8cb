import { momentZh, spanZh } from '@shared/kit/time'
import {
  ANOMALY_KIND_ZH,
  ANOMALY_STATES,
  ANOMALY_WHY_ZH,
  type AnomalyState,
} from '@shared/volunteering/spot-checks/anomalies'
import type { AnomalyView } from '@shared/volunteering/spot-checks/contract'
import { useState } from 'react'
import { now } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { Empty } from '../../../ui/empty'
import { Loaded } from '../../../ui/loaded'
import { MoreButton } from '../../../ui/more-button'
import { go } from '../../../ui/nav'
import { Tag } from '../../../ui/tag'
import { Txt } from '../../../ui/txt'
import { WordsSheet } from '../ledger/words-sheet'
import { useAnomalies } from './use-spot-checks'

const STATE_ZH: Record<AnomalyState, string> = { open: '待核', reviewed: '已核' }

/** 签到异常: what to ask about, with what it may well be instead. */
export function Anomalies() {
  const { load, items, hasMore, busy, readOn, state, setState, sending, review } = useAnomalies()
  const [picked, setPicked] = useState<AnomalyView | null>(null)
  return (
    <>
      <Choices
        label="按状态"
        look="tag"
        items={ANOMALY_STATES.map((id) => ({ id, zh: STATE_ZH[id] }))}
        picked={[state]}
        onPick={(id) => setState(id === 'reviewed' ? 'reviewed' : 'open')}
      />
      <Loaded load={load}>
        {() =>
          items.length === 0 ? (
            <Empty
              icon="shield-check"
              title={`没有${STATE_ZH[state]}的异常`}
              zh="由签到记录推出，只供核实，不自动处罚"
            />
          ) : (
            <Card flush>
              {items.map((row) => (
                <Row key={row.id} row={row} busy={sending} onReview={() => setPicked(row)} />
              ))}
            </Card>
          )
        }
      </Loaded>
      {hasMore && <MoreButton busy={busy} onTap={() => void readOn()} />}
      {picked && (
        <WordsSheet
          title="标为已核"
          about={`${ANOMALY_KIND_ZH[picked.kind]} · ${picked.shift.title}`}
          hint="问了谁、情况怎样"
          act="标为已核"
          busy={sending}
          onClose={() => setPicked(null)}
          onSend={(note) => void review(picked.id, note).then((done) => done && setPicked(null))}
        />
      )}
    </>
  )
}

const NAMED = 6
const namesZh = ({ people }: AnomalyView) => {
  const names = [...new Set(people.map(({ name, number }) => `${name} 尾号 ${number.slice(-4)}`))]
  return names.length > NAMED ? `${names.slice(0, NAMED).join('、')} 等 ${names.length} 人` : names.join('、')
}

type RowProps = { readonly row: AnomalyView; readonly busy: boolean; readonly onReview: () => void }

const Row = ({ row, busy, onReview }: RowProps) => {
  const { kind, zh, at, shift, reviews, mayReview } = row
  return (
    <Box className="office-row">
      <Box className="office-words">
        <Txt strong block num>
          {zh}
        </Txt>
        <Txt size="caption" block>
          {namesZh(row)}
        </Txt>
        <Txt size="caption" tone="second" block num>
          {`${shift.title} · ${spanZh(new Date(shift.startsAt), new Date(shift.endsAt))} · ${shift.teamName} · 领队 ${shift.leaderZh}`}
        </Txt>
        <Txt size="caption" tone="second" block num>
          {`${momentZh(new Date(at), now())} · ${ANOMALY_WHY_ZH[kind]}`}
        </Txt>
        {reviews.map((one) => (
          <Txt key={one.at} size="caption" block num>
            {`${momentZh(new Date(one.at), now())} ${one.byZh}：${one.note}`}
          </Txt>
        ))}
      </Box>
      <Box className="office-end">
        <Tag zh={ANOMALY_KIND_ZH[kind]} tone={reviews.length > 0 ? 'plain' : 'warn'} />
      </Box>
      <Box className="office-acts">
        <Button
          dense
          fit
          kind="ghost"
          label={`看活动：${shift.title}`}
          onTap={() => go('/staff/volunteering/activity', { id: shift.activityId })}
        >
          看活动
        </Button>
        {mayReview && (
          <Button dense fit kind="soft" busy={busy} label={`标为已核：${zh}`} onTap={onReview}>
            {reviews.length > 0 ? '再记一条' : '标为已核'}
          </Button>
        )}
      </Box>
    </Box>
  )
}
