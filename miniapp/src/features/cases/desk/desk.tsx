import type { Me } from '@shared/people/contract'
import { useDidHide } from '@tarojs/taro'
import { type ReactNode, useEffect, useState } from 'react'
import { Box } from '../../../ui/box'
import { Empty } from '../../../ui/empty'
import { Loaded } from '../../../ui/loaded'
import { Screen } from '../../../ui/screen'
import { useBulk } from '../bulk/use-bulk'
import { CaseDesk } from './case-desk'
import { useDeskKeys } from './desk-keys'
import { DeskRail } from './desk-rail'
import { DeskTop } from './desk-top'
import { isBusy, release, useHold } from './held'
import { HeldBar } from './held-bar'
import { KeyFoot } from './key-foot'
import { QueuePane } from './queue-pane'
import { reopen } from './reopened'
import { useCase } from './use-case'
import { useNear } from './use-near'
import { firstAsk, type QueueAsk, useQueue } from './use-queue'

type DeskProps = {
  readonly me: Me
  readonly first: QueueAsk
  readonly firstId: string | null
  readonly reports: (caseId: string) => ReactNode
}

/** A wide screen: the queue, the case and the decision side by side. */
export function Desk({ me, first, firstId, reports }: DeskProps) {
  const { ask, change, picked, setPicked, near, queue, step } = useDesk(me, first, firstId)
  const bulk = useBulk()
  const open = (caseId: string, planId: string) => {
    reopen({ caseId, planId, zh: null })
    setPicked(caseId)
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
        <DeskRail me={me} view={ask.view} onPick={(view) => change({ ...firstAsk(view), text: ask.text })} />
        <Box as="section" className="desk-queue" label="案件列表">
          <QueuePane
            {...{ me, queue, ask, near, picked }}
            onAsk={change}
            onPick={({ id }) => setPicked(id)}
            onDraft={open}
            layout="desk"
            bulk={bulk}
          />
        </Box>
        {picked === null ? (
          <Box className="desk-none">
            <Empty icon="list-search" title="没有选中案件" zh="从左边的列表里点一件" />
          </Box>
        ) : (
          <DeskCase id={picked} me={me} reports={reports} onDone={() => step(1) || step(-1)} />
        )}
      </Box>
      <HeldBar onBack={setPicked} />
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
  const held = useHeldQueue(queue.load.reload)
  const step = (by: number) => {
    const free = rows.filter(({ id }) => id === picked || !isBusy(held, id))
    const next = free[free.findIndex(({ id }) => id === picked) + by]
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

/** The list is read again when a decision came back; leaving the desk sends what waits. */
function useHeldQueue(reload: () => Promise<void>) {
  const held = useHold()
  useEffect(() => {
    if (held.ended > 0) void reload()
  }, [held.ended, reload])
  useDidHide(release)
  useEffect(() => release, [])
  return held
}

type DeskCaseProps = Pick<DeskProps, 'me' | 'reports'> & {
  readonly id: string
  readonly onDone: () => void
}

function DeskCase({ id, me, reports, onDone }: DeskCaseProps) {
  const { load, show } = useCase(id)
  return (
    <Loaded load={load}>
      {(view) => (
        <CaseDesk key={view.id} given={{ view, me, show, onDone, reload: load.reload }} reports={reports(view.id)} />
      )}
    </Loaded>
  )
}
