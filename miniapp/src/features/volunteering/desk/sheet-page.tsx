import { momentZh } from '@shared/kit/time'
import { ACTIVITY_TRANSITIONS, type ActivityMove } from '@shared/volunteering/activities'
import type { ActivitySheet } from '@shared/volunteering/sheet-contract'
import { ACTIVITY_STATE_ZH } from '@shared/volunteering/words'
import { useState } from 'react'
import { now } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { go } from '../../../ui/nav'
import { Screen } from '../../../ui/screen'
import { Tag } from '../../../ui/tag'
import { Txt } from '../../../ui/txt'
import { WordsSheet } from '../ledger/words-sheet'
import { ShareEntry } from '../share-entry'
import { PlaceFacts, RiskCard, WhatCard } from './sheet-facts'
import { ShiftsCards } from './sheet-shifts'
import { SheetView } from './sheet-view'
import { type SheetHand, useSheetForm } from './use-sheet'

type PageProps = { readonly sheet: ActivitySheet | null; readonly reload: () => Promise<unknown> }

/** 活动: written as a draft, read in review, changed with care once people rely on it. */
export function SheetPage({ sheet, reload }: PageProps) {
  const hand = useSheetForm(sheet, reload)
  const isDraft = sheet === null || sheet.maySave
  const isOpen = isDraft || sheet.mayEdit
  return (
    <Screen title={sheet ? '活动' : '新建活动'} wide className="intake" bar={<SheetBar sheet={sheet} hand={hand} />}>
      <Box className="intake-column">
        {sheet && <StandCard sheet={sheet} isKept={hand.isKept} />}
        {isDraft && <WhatCard hand={hand} />}
        {isOpen ? <PlaceFacts hand={hand} /> : <SheetView sheet={sheet} />}
        {isOpen && <RiskCard hand={hand} isDraft={isDraft} />}
      </Box>
      <Box className="intake-column">
        {isOpen && <Shifts sheet={sheet} hand={hand} isDraft={isDraft} />}
        {sheet && sheet.versions.length > 0 && <VersionsCard sheet={sheet} />}
      </Box>
    </Screen>
  )
}

type ShiftsProps = Pick<PageProps, 'sheet'> & { readonly hand: SheetHand; readonly isDraft: boolean }

const Shifts = ({ sheet, hand, isDraft }: ShiftsProps) => {
  const shifts = sheet?.shifts ?? []
  return (
    <ShiftsCards
      hand={hand}
      isDraft={isDraft}
      takenOf={(id) => shifts.flatMap(({ posts }) => posts).find((post) => post.id === id)?.taken ?? 0}
      unansweredOf={(id) => shifts.find((shift) => shift.id === id)?.unanswered ?? 0}
    />
  )
}

const StandCard = ({ sheet, isKept }: { sheet: ActivitySheet; isKept: boolean }) => (
  <Card>
    <Box className="between">
      <Txt strong>{sheet.title}</Txt>
      <Tag zh={ACTIVITY_STATE_ZH[sheet.state]} tone={sheet.state === 'published' ? 'ok' : 'plain'} />
    </Box>
    <Txt size="caption" tone="second" block num>
      {sheet.seriesIssue === null ? sheet.teamName : `${sheet.teamName} · 第 ${sheet.seriesIssue} 期`}
    </Txt>
    {sheet.returnedZh !== '' && <Txt size="caption" tone="warn" block>{`退回原因：${sheet.returnedZh}`}</Txt>}
    {isKept && (
      <Txt size="caption" tone="second" block>
        上次没保存的内容还在，已放回表里
      </Txt>
    )}
    {sheet.state !== 'draft' && (
      <Button kind="ghost" dense fit onTap={() => go('/pages/volunteering/detail', { id: sheet.id })}>
        看公开页面
      </Button>
    )}
    {['published', 'settled'].includes(sheet.state) && <ShareEntry kind="activity" subjectId={sheet.id} />}
  </Card>
)

const CAUSE_ZH = { submit: '提交审核', publish: '审核发布', edit: '修改' } as const

const VersionsCard = ({ sheet }: { sheet: ActivitySheet }) => (
  <Card title="版本">
    {sheet.versions.map(({ version, cause, byName, at, riskHash }) => (
      <Txt key={version} size="caption" tone="second" block num>
        {`第 ${version} 版 · ${CAUSE_ZH[cause]} · ${byName} · ${momentZh(new Date(at), now())} · 风险提示 ${riskHash.slice(0, 8)}`}
      </Txt>
    ))}
  </Card>
)

function SheetBar({ sheet, hand }: { readonly sheet: ActivitySheet | null; readonly hand: SheetHand }) {
  const [asked, setAsked] = useState<ActivityMove | null>(null)
  const { busy, save, edit, move } = hand
  if (!sheet)
    return (
      <Button busy={busy} onTap={() => void save()}>
        保存草稿
      </Button>
    )
  const press = (name: ActivityMove) =>
    ACTIVITY_TRANSITIONS[name].note ? setAsked(name) : void move(sheet.id, name, '')
  return (
    <>
      {sheet.moves.map((name) => (
        <Button
          key={name}
          fit
          busy={busy}
          kind={name === 'publish' || name === 'submit' ? 'primary' : 'outline'}
          onTap={() => press(name)}
        >
          {ACTIVITY_TRANSITIONS[name].zh}
        </Button>
      ))}
      {sheet.maySave && (
        <Button kind="soft" busy={busy} onTap={() => void save()}>
          保存草稿
        </Button>
      )}
      {sheet.mayEdit && (
        <Button busy={busy} onTap={() => void edit(sheet.id)}>
          保存修改
        </Button>
      )}
      {asked && (
        <WordsSheet
          title={ACTIVITY_TRANSITIONS[asked].zh}
          about={sheet.title}
          hint="写明原因，有关的人会看到"
          act={ACTIVITY_TRANSITIONS[asked].zh}
          busy={busy}
          onClose={() => setAsked(null)}
          onSend={(note) => void move(sheet.id, asked, note).then((done) => done && setAsked(null))}
        />
      )}
    </>
  )
}
