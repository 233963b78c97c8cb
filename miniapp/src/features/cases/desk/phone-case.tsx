import type { CaseView } from '@shared/cases/contract'
import type { Me } from '@shared/people/contract'
import { type ReactNode, useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Entry } from '../../../ui/entry'
import { Loaded } from '../../../ui/loaded'
import { go } from '../../../ui/nav'
import { Screen } from '../../../ui/screen'
import { Sheet } from '../../../ui/sheet'
import { CaseBody } from './case-body'
import { fieldsOf } from './fields'
import { type Plan, plansOf } from './plans'
import { useCase } from './use-case'
import { useSign } from './use-sign'

type PhoneCaseProps = { readonly id: string; readonly me: Me; readonly reports: (caseId: string) => ReactNode }

/** A case on a phone: everything about it, and below the main thing to do. */
export function PhoneCase({ id, me, reports }: PhoneCaseProps) {
  const { load, show } = useCase(id)
  const { data } = load
  const plans = data ? plansOf(data, me) : []
  return (
    <Screen
      title="案件"
      {...(data && plans.length > 0
        ? {
            bar: (
              <Acts
                view={data}
                plans={plans}
                onEnd={(after) => {
                  if (after) show(after)
                  void load.reload()
                }}
              />
            ),
          }
        : {})}
    >
      <Loaded load={load}>
        {(view) => <CaseBody view={view} reports={reports(view.id)} onPhotos={() => void load.reload()} withChain />}
      </Loaded>
    </Screen>
  )
}

type ActsProps = {
  readonly view: CaseView
  readonly plans: readonly Plan[]
  readonly onEnd: (after: CaseView | null) => void
}

/** Two plans stand side by side; of more, the others wait under 更多. */
function Acts({ view, plans, onEnd }: ActsProps) {
  const [isOpen, setOpen] = useState(false)
  const { isBusy, sign } = useSign(view, onEnd)
  const [main, ...others] = plans
  const act = (plan: Plan) => {
    setOpen(false)
    if (fieldsOf(plan).length === 0) sign()
    else go('/staff/cases/move', { id: view.id, plan: plan.id })
  }
  const [only] = others
  return (
    <>
      {only && others.length === 1 && (
        <Button kind="outline" onTap={() => act(only)}>
          {only.zh}
        </Button>
      )}
      {others.length > 1 && (
        <Button kind="outline" fit onTap={() => setOpen(true)}>
          更多
        </Button>
      )}
      {main && (
        <Button busy={isBusy} onTap={() => act(main)}>
          {main.zh}
        </Button>
      )}
      <Sheet title="更多办理" open={isOpen} onClose={() => setOpen(false)}>
        <Box className="more-plans">
          <Card flush>
            {others.map((plan) => (
              <Entry key={plan.id} title={plan.zh} onTap={() => act(plan)} />
            ))}
          </Card>
        </Box>
      </Sheet>
    </>
  )
}
