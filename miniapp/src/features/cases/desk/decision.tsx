import { type ReactNode, useEffect } from 'react'
import { useNow } from '../../../api/clock'
import type { Draft } from '../../../api/drafts'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { focusIn, focusWrong } from '../../../ui/focus'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { Chain } from './chain'
import { ClashCard } from './clash-card'
import { ClockBadge } from './clock-badge'
import { type DeskKey, keyName, planKey, useDeskKeys } from './desk-keys'
import { fieldsOf } from './fields'
import { heldPlan, holdBack } from './held'
import { Kbd } from './kbd'
import type { MoveDraft } from './move-drafts'
import { MoveFields } from './move-form'
import type { Plan } from './plans'
import type { DecisionGiven, useDecision } from './use-decision'
import { type Master, useMoveForm } from './use-move-form'

type DecisionProps = {
  readonly given: DecisionGiven
  readonly decision: ReturnType<typeof useDecision>
  /** What a merge begins with: the case that was chosen, or the nearest. */
  readonly master: Master | null
}

/** The right pane of the desk: the form of the main move open at once, every other move one tap away. */
export function Decision({ given, decision, master }: DecisionProps) {
  const { view } = given
  const now = useNow()
  const { plans, plan, main, clash, pick } = decision
  const others = plans.filter(({ id }) => id !== plan?.id)
  const isAside = plan !== null && plan.id !== main?.id
  return (
    <>
      <Box className="decision-head">
        <Box as="title">
          <Txt size="title-3" strong>
            {plan?.zh ?? '办理'}
          </Txt>
        </Box>
        <ClockBadge of={view} now={now} />
      </Box>
      {clash && <ClashCard zh={clash} view={view} />}
      {plan ? (
        <PlanForm
          key={plan.id === 'merge' ? `merge ${master?.masterId}` : plan.id}
          first={plan.id === 'merge' ? master : null}
          given={given}
          plan={plan}
          isAside={isAside}
          below={<Others plans={others} main={main} onPick={pick} back={isAside ? () => pick(null) : null} />}
        />
      ) : (
        <Waiting given={given} plans={plans} main={main} onPick={pick} />
      )}
    </>
  )
}

/** Decided, and not yet gone or not yet answered. */
export const OnItsWay = () => (
  <Box className="decision-body">
    <Txt tone="second" block className="decision-none">
      这件已经办理，几秒后发出。发出前按 Z 可以撤销
    </Txt>
  </Box>
)

type WaitingProps = Pick<OthersProps, 'plans' | 'main' | 'onPick'> & { readonly given: DecisionGiven }

/** Nothing to do, or nothing but the ways aside. */
const Waiting = ({ given, plans, main, onPick }: WaitingProps) => (
  <>
    <Box className="decision-body">
      <Txt tone="second" block className="decision-none">
        {plans.length === 0 ? '现在不用您办理，进展见流转记录' : '这一步等别人办，您可以选下面的动作'}
      </Txt>
      <ChainBox given={given} />
    </Box>
    {plans.length > 0 && (
      <Box className="decision-foot">
        <Others plans={plans} main={main} onPick={onPick} back={null} />
      </Box>
    )}
  </>
)

const ChainBox = ({ given: { view } }: { given: DecisionGiven }) => (
  <Box className="chain-box">
    <Txt size="caption" tone="second" block>
      责任链
    </Txt>
    <Chain chain={view.chain} />
  </Box>
)

const NOTE_KEY: DeskKey = { key: 'r', zh: '写说明', act: () => focusIn('.decision-body', 'textarea') }

type PlanFormProps = {
  readonly given: DecisionGiven
  readonly plan: Plan
  readonly first: Master | null
  /** Opened by the person's own wish: their hands are wanted in it. */
  readonly isAside: boolean
  readonly below: ReactNode
}

const BODY = '.decision-body'

function PlanForm({ given, plan, first, isAside, below }: PlanFormProps) {
  const hold = (ready: Draft<MoveDraft>) => {
    holdBack(heldPlan(given.view, plan, ready))
    given.onDone(given.view)
  }
  const form = useMoveForm(given.view, plan, { hold, first })
  const isReady = first !== null
  const own = isAside ? planKey(plan, null) : 'a'
  useDeskKeys([
    ...(own ? [{ key: own, zh: plan.zh, act: form.send }] : []),
    { key: 'mod+enter', zh: `${plan.zh}，在输入框里也行`, act: form.send },
    ...(fieldsOf(plan).includes('note') ? [NOTE_KEY] : []),
  ])
  useEffect(() => {
    if (isAside) focusIn(isReady ? '.decision-foot' : BODY)
  }, [isAside, isReady])
  const { wrong } = form
  useEffect(() => {
    if (wrong) focusWrong(BODY)
  }, [wrong])
  return (
    <>
      <Box className="decision-body">
        <MoveFields form={form} />
        <ChainBox given={given} />
      </Box>
      <Box className="decision-foot">
        <Button dense busy={form.isBusy} onTap={form.send} label={plan.zh}>
          {plan.zh} <Kbd name={keyName(own ?? 'mod+enter')} />
        </Button>
        {below}
      </Box>
    </>
  )
}

type OthersProps = {
  readonly plans: readonly Plan[]
  readonly main: Plan | null
  readonly onPick: (id: string) => void
  readonly back: (() => void) | null
}

/** Every other way to decide, each with its key. */
function Others({ plans, main, onPick, back }: OthersProps) {
  useDeskKeys(
    plans.flatMap((plan) => {
      const key = planKey(plan, main)
      return key ? [{ key, zh: plan.zh, act: () => onPick(plan.id) }] : []
    }),
  )
  return (
    <Box className="decision-others" label="其他办理">
      {plans.map((plan) => (
        <Other key={plan.id} zh={plan.zh} hint={planKey(plan, main)} onTap={() => onPick(plan.id)} />
      ))}
      {back && plans.length === 0 && (
        <Tap className="decision-other" onTap={back}>
          <Txt size="caption">返回</Txt>
        </Tap>
      )}
    </Box>
  )
}

type OtherProps = { readonly zh: string; readonly hint: string | undefined; readonly onTap: () => void }

const Other = ({ zh, hint, onTap }: OtherProps) => (
  <Tap className="decision-other" onTap={onTap}>
    <Txt size="caption">{zh}</Txt>
    {hint && <Kbd name={keyName(hint)} />}
  </Tap>
)
