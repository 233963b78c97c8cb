import type { Me } from '@shared/people/contract'
import { useState } from 'react'
import { go } from '../../../ui/nav'
import { Screen } from '../../../ui/screen'
import { QueuePane } from './queue-pane'
import { useNear } from './use-near'
import { type QueueAsk, useQueue } from './use-queue'
import { VIEW_LOOK } from './views'

/** The list on a phone; a case opens as a page of its own. */
export function PhoneList({ me, first }: { me: Me; first: QueueAsk }) {
  const [ask, setAsk] = useState(first)
  const near = useNear(ask.view === 'check')
  const queue = useQueue(ask, me.roles)
  return (
    <Screen title={VIEW_LOOK[ask.view].zh} className="queue-screen">
      <QueuePane
        {...{ me, queue, ask, near }}
        picked={null}
        onAsk={(is) => setAsk({ ...ask, ...is })}
        onPick={({ id }) => go('/staff/cases/detail', { id })}
        onDraft={(id, plan) => go('/staff/cases/move', { id, plan })}
        layout="phone"
      />
    </Screen>
  )
}
