import type { Me } from '@shared/people/contract'
import { GetMail } from '@shared/reports/mail-contract'
import { useLoad } from '../../api/use-load'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'
import { IntakeForm } from './intake-form'

/** A waiting mail on its way to a report. */
export function MailIntake({ me, mailId }: { me: Me; mailId: string }) {
  const load = useLoad(GetMail, { params: { id: mailId }, body: {} })
  if (load.data) return <IntakeForm me={me} mail={load.data} />
  return (
    <Screen title="代录" wide>
      <Loaded load={load}>{() => null}</Loaded>
    </Screen>
  )
}
