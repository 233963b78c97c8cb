import { type ReactNode, useEffect } from 'react'
import { useNow } from '../../../api/clock'
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
import { Kbd } from './kbd'
import { MoveFields } from './move-form'
import type { Plan } from './plans'
import type { Sent } from './send-plan'
import { type DecisionGiven, useDecision } from './use-decision'
import { useMoveForm } from './use-move-form'

/** The right pane of the desk: the form of the main move open at once, every other move one tap away. */
export function Decision(given: DecisionGiven) {
  const { view } = given
  const now = useNow()
  const { plans, plan, main, clash, pick, ended } = useDecision(given, null)
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
          key={`${view.id} ${plan.id}`}
          given={given}
          plan={plan}
          isAside={isAside}
          onEnd={(sent) => ended(plan, sent)}
          below={<Others plans={others} main={main} onPick={pick} back={isAside ? () => pick(null) : null} />}
        />
      ) : (
        <>
          <Box className="decision-body">
            <Txt tone="second" block className="decision-none">
              {plans.length === 0 ? '现在不用您办理，进展见流转记录' : '这一步等别人办，您可以选下面的动作'}
            </Txt>
            <ChainBox given={given} />
          </Box>
          {plans.length > 0 && (
            <Box className="decision-foot">
              <Others plans={plans} main={main} onPick={pick} back={null} />
            </Box>
          )}
        </>
      )}
    </>
  )
}

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
  /** Opened by the person's own wish: their hands are wanted in it. */
  readonly isAside: boolean
  readonly onEnd: (sent: Sent) => void
  readonly below: ReactNode
}

const BODY = '.decision-body'

function PlanForm({ given, plan, isAside, onEnd, below }: PlanFormProps) {
  const form = useMoveForm(given.view, plan, onEnd)
  const own = isAside ? planKey(plan, null) : 'a'
  useDeskKeys([
    ...(own ? [{ key: own, zh: plan.zh, act: form.send }] : []),
    { key: 'mod+enter', zh: `${plan.zh}，在输入框里也行`, act: form.send },
    ...(fieldsOf(plan).includes('note') ? [NOTE_KEY] : []),
  ])
  useEffect(() => {
    if (isAside) focusIn(BODY)
  }, [isAside])
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
