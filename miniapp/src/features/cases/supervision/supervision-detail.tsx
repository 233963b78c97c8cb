import { GetCancelPaper, GetSupervisionPaper } from '@shared/cases/papers/contract'
import { PAPER_ZH } from '@shared/cases/papers/facts'
import { SUPERVISION_TRANSITIONS, type SupervisionMove } from '@shared/cases/supervision'
import type { SupervisionView } from '@shared/cases/supervision-contract'
import { dayZh, momentZh, shanghai } from '@shared/kit/time'
import { useState } from 'react'
import { now } from '../../../api/clock'
import { preview } from '../../../device/preview'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Entry } from '../../../ui/entry'
import { go } from '../../../ui/nav'
import { Photo } from '../../../ui/photo'
import { Timeline } from '../../../ui/timeline'
import { Txt } from '../../../ui/txt'
import { PaperButton } from '../papers/paper-button'
import { SupervisionTags } from './look'
import { StepSheet } from './step-sheet'

/** What a reader can do, side by side below; the first is the main one. */
export function SupervisionBar({ view, onDone }: { view: SupervisionView; onDone: () => void }) {
  const [move, setMove] = useState<SupervisionMove | null>(null)
  return (
    <>
      {view.moves.map((one, i) => (
        <Button key={one} kind={i === 0 ? 'primary' : 'outline'} onTap={() => setMove(one)}>
          {SUPERVISION_TRANSITIONS[one].zh}
        </Button>
      ))}
      {move && (
        <StepSheet
          view={view}
          move={move}
          onClose={() => setMove(null)}
          onDone={() => {
            setMove(null)
            onDone()
          }}
        />
      )}
    </>
  )
}

export const SupervisionDetail = ({ view }: { view: SupervisionView }) => (
  <Box className="stack">
    <Card>
      <Txt size="title-1" strong block>
        {view.number}
      </Txt>
      <Txt size="caption" tone="second" block num>
        {[view.unitZh, view.isAutomatic ? '系统自动发出' : '', `${momentZh(new Date(view.dueAt), now())} 前答复`]
          .filter(Boolean)
          .join(' · ')}
      </Txt>
      <SupervisionTags of={view} />
    </Card>
    <Card flush>
      <Entry
        icon="clipboard-list"
        title={view.caseTitle}
        zh={`${view.caseNumber} · ${view.addressZh}`}
        onTap={() => go('/staff/cases/detail', { id: view.caseId })}
      />
    </Card>
    <Card title="单据" aside="PDF，下载会登记">
      <Box className="row wrap gap-2">
        <PaperButton of={GetSupervisionPaper} id={view.id} zh={PAPER_ZH.supervise} number={view.number} />
        {view.state === 'cancelled' && (
          <PaperButton of={GetCancelPaper} id={view.id} zh={PAPER_ZH.cancel} number={view.number} />
        )}
      </Box>
    </Card>
    <Card title="督办经过" aside="全部操作留痕">
      <Timeline
        items={view.events.map(({ kind, zh, byZh, note, at, photos }) => ({
          id: `${kind} ${at}`,
          clock: shanghai(new Date(at)).clock,
          day: dayZh(new Date(at), now()),
          title: `${byZh} ${zh}`,
          lines: note === '' ? [] : [note],
          more: photos.length > 0 && (
            <Box className="case-thumbs">
              {photos.map(({ id, thumbUrl }, i) => (
                <Photo
                  key={id}
                  src={thumbUrl}
                  label={`第 ${i + 1} 张佐证照片`}
                  onTap={() =>
                    preview(
                      photos.map(({ url }) => url),
                      i,
                    )
                  }
                />
              ))}
            </Box>
          ),
        }))}
        done={view.state === 'cancelled'}
      />
    </Card>
  </Box>
)
