import type { CaseView } from '@shared/cases/contract'
import type { Me } from '@shared/people/contract'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { Loaded } from '../../../ui/loaded'
import { Screen } from '../../../ui/screen'
import { Txt } from '../../../ui/txt'
import { ClashCard } from './clash-card'
import { goBackTo } from './go-back-to'
import { draftId, moveDrafts } from './move-drafts'
import { MoveFields } from './move-form'
import type { Plan } from './plans'
import type { Sent } from './send-plan'
import { useCase } from './use-case'
import { useDecision } from './use-decision'
import { useMoveForm } from './use-move-form'

type PhoneMoveProps = { readonly id: string; readonly planId: string; readonly me: Me }

/** The form of one plan as a page of its own. */
export function PhoneMove({ id, planId, me }: PhoneMoveProps) {
  const { load, show } = useCase(id)
  const { data } = load
  if (!data)
    return (
      <Screen title="办理">
        <Loaded load={load}>{() => null}</Loaded>
      </Screen>
    )
  return <Opened view={data} me={me} planId={planId} reload={load.reload} show={show} />
}

type OpenedProps = {
  readonly view: CaseView
  readonly me: Me
  readonly planId: string
  readonly reload: () => Promise<void>
  readonly show: (view: CaseView) => void
}

function Opened({ view, me, planId, reload, show }: OpenedProps) {
  const [isDone, setDone] = useState(false)
  const onDone = () => {
    setDone(true)
    goBackTo('/staff/cases/detail', view.id)
  }
  const { plan, clash, ended } = useDecision({ view, me, reload, show, onDone }, planId)
  if (isDone) return <Screen title="办理" />
  if (plan) return <Form key={plan.id} view={view} plan={plan} clash={clash} onEnd={(sent) => ended(plan, sent)} />
  return <Closed view={view} planId={planId} clash={clash} />
}

type FormProps = {
  readonly view: CaseView
  readonly plan: Plan
  readonly clash: string | null
  readonly onEnd: (sent: Sent) => void
}

function Form({ view, plan, clash, onEnd }: FormProps) {
  const form = useMoveForm(view, plan, { onEnd })
  return (
    <Screen
      title={plan.zh}
      bar={
        <Button busy={form.isBusy} onTap={form.send}>
          {plan.zh}
        </Button>
      }
    >
      {clash && <ClashCard zh={clash} view={view} />}
      <Box className="move-about">
        <Txt strong block>
          {view.title}
        </Txt>
        <Txt size="caption" tone="second" block>
          {[view.number, view.addressZh].join(' · ')}
        </Txt>
      </Box>
      <Card>
        <MoveFields form={form} />
      </Card>
    </Screen>
  )
}

/** The plan is not offered any more: what happened, and what had been written. */
function Closed({ view, planId, clash }: { view: CaseView; planId: string; clash: string | null }) {
  const id = draftId(view.id, planId)
  const draft = moveDrafts.use().find((one) => one.id === id)
  const leave = () => goBackTo('/staff/cases/detail', view.id)
  return (
    <Screen title="办理">
      {clash && <ClashCard zh={clash} view={view} />}
      <Empty icon="info-circle" title="这一步已经不用办了" zh="案件有了新进展" act="看最新进展" onAct={leave} />
      {draft && (
        <Card title="您写的内容">
          {draft.fields.note !== '' && (
            <Txt selectable block>
              {draft.fields.note}
            </Txt>
          )}
          <Button kind="ghost" dense onTap={() => void moveDrafts.drop(id)}>
            删掉草稿
          </Button>
        </Card>
      )}
    </Screen>
  )
}
