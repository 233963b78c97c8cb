import type { CaseView } from '@shared/cases/contract'
import type { Me } from '@shared/people/contract'
import { type ReactNode, useEffect, useState } from 'react'
import { preview } from '../../../device/preview'
import { Box } from '../../../ui/box'
import { Empty } from '../../../ui/empty'
import { Loaded } from '../../../ui/loaded'
import { Screen } from '../../../ui/screen'
import { CaseBody } from './case-body'
import { Decision } from './decision'
import { useDeskKeys } from './desk-keys'
import { DeskRail } from './desk-rail'
import { DeskTop } from './desk-top'
import { KeyFoot } from './key-foot'
import { isMain, plansOf } from './plans'
import { QueuePane } from './queue-pane'
import { useCase } from './use-case'
import { useNear } from './use-near'
import { type QueueAsk, useQueue } from './use-queue'

type DeskProps = {
  readonly me: Me
  readonly first: QueueAsk
  readonly firstId: string | null
  readonly reports: (caseId: string) => ReactNode
}

/** A wide screen: the queue, the case and the decision side by side. */
export function Desk({ me, first, firstId, reports }: DeskProps) {
  const { ask, change, picked, setPicked, near, queue, step } = useDesk(me, first, firstId)
  const onDone = (after: CaseView) => {
    if (!plansOf(after, me).some(isMain)) step(1) || step(-1)
    void queue.load.reload()
  }
  return (
    <Screen
      title="审核台"
      wide
      tone="deep"
      className="desk-screen"
      brand={<DeskTop me={me} ask={ask} onAsk={change} />}
    >
      <Box className="desk">
        <DeskRail me={me} view={ask.view} onPick={(view) => change({ view, state: null, open: null })} />
        <Box as="section" className="desk-queue" label="案件列表">
          <QueuePane
            {...{ me, queue, ask, near, picked }}
            onAsk={change}
            onPick={({ id }) => setPicked(id)}
            onDraft={setPicked}
            layout="desk"
          />
        </Box>
        {picked === null ? (
          <Box className="desk-none">
            <Empty icon="list-search" title="没有选中案件" zh="从左边的列表里点一件" />
          </Box>
        ) : (
          <DeskCase id={picked} me={me} reports={reports} onDone={onDone} />
        )}
      </Box>
      <KeyFoot />
    </Screen>
  )
}

/** What is listed and which of it is open; the first one opens by itself. */
function useDesk(me: Me, first: QueueAsk, firstId: string | null) {
  const [ask, setAsk] = useState(first)
  const [picked, setPicked] = useState(firstId)
  const near = useNear(ask.view === 'check')
  const queue = useQueue(ask, me.roles)
  const rows = near.sorted(queue.items)
  const topId = rows[0]?.id ?? null
  useEffect(() => {
    if (picked === null && topId !== null) setPicked(topId)
  }, [picked, topId])
  const step = (by: number) => {
    const next = rows[rows.findIndex(({ id }) => id === picked) + by]
    if (next) setPicked(next.id)
    return next !== undefined
  }
  useDeskKeys([
    { key: 'j', zh: '下一件', act: () => void step(1) },
    { key: 'k', zh: '上一件', act: () => void step(-1) },
  ])
  const change = (is: Partial<QueueAsk>) => {
    setAsk({ ...ask, ...is })
    if (is.view !== undefined || is.state !== undefined) setPicked(null)
  }
  return { ask, change, picked, setPicked, near, queue, step }
}

type CasePaneProps = { readonly view: CaseView; readonly reports: ReactNode }

function CasePane({ view, reports }: CasePaneProps) {
  const urls = [...view.before, ...view.after].map(({ url }) => url)
  useDeskKeys(urls.length > 0 ? [{ key: 'space', zh: '看大图', act: () => preview(urls, 0) }] : [])
  return (
    <Box as="section" className="desk-case" label="案件">
      <CaseBody view={view} reports={reports} withChain={false} />
    </Box>
  )
}

type DeskCaseProps = Pick<DeskProps, 'me' | 'reports'> & {
  readonly id: string
  readonly onDone: (after: CaseView) => void
}

function DeskCase({ id, me, reports, onDone }: DeskCaseProps) {
  const { load, show } = useCase(id)
  return (
    <Loaded load={load}>
      {(view) => (
        <>
          <CasePane view={view} reports={reports(view.id)} />
          <Box as="section" className="desk-decision" label="办理">
            <Decision key={view.id} {...{ view, me, show, onDone }} reload={load.reload} />
          </Box>
        </>
      )}
    </Loaded>
  )
}
