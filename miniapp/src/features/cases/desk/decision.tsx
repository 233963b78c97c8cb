import type { ReactNode } from 'react'
import { useNow } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { useKeys } from '../../../ui/keys'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { Chain } from './chain'
import { ClashCard } from './clash-card'
import { ClockBadge } from './clock-badge'
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
          onEnd={(sent) => ended(plan, sent)}
          below={<Others plans={others} onPick={pick} back={isAside ? () => pick(null) : null} />}
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
              <Others plans={plans} onPick={pick} back={null} />
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

type PlanFormProps = {
  readonly given: DecisionGiven
  readonly plan: Plan
  readonly onEnd: (sent: Sent) => void
  readonly below: ReactNode
}

function PlanForm({ given, plan, onEnd, below }: PlanFormProps) {
  const form = useMoveForm(given.view, plan, onEnd)
  useKeys({ a: form.send })
  return (
    <>
      <Box className="decision-body">
        <MoveFields form={form} />
        <ChainBox given={given} />
      </Box>
      <Box className="decision-foot">
        <Button dense busy={form.isBusy} onTap={form.send} label={plan.zh}>
          {plan.zh} <Kbd name="A" />
        </Button>
        {below}
      </Box>
    </>
  )
}

type OthersProps = {
  readonly plans: readonly Plan[]
  readonly onPick: (id: string) => void
  readonly back: (() => void) | null
}

const Others = ({ plans, onPick, back }: OthersProps) => (
  <Box className="decision-others" label="其他办理">
    {plans.map(({ id, zh }) => (
      <Tap key={id} className="decision-other" onTap={() => onPick(id)}>
        <Txt size="caption">{zh}</Txt>
      </Tap>
    ))}
    {back && plans.length === 0 && (
      <Tap className="decision-other" onTap={back}>
        <Txt size="caption">返回</Txt>
      </Tap>
    )}
  </Box>
)
