import { GrantRole } from '@shared/people/staff-contract'
import { useState } from 'react'
import { call } from '../../api/call'
import { useSend } from '../../api/use-send'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'
import { toast } from '../../ui/toast'
import { NO_ROLE, RoleFields, roleAsk } from './role-fields'

/** The button that gives one more role, with its sheet. */
export function GrantSheet({ personId, onGranted }: { personId: string; onGranted: () => void }) {
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState(NO_ROLE)
  const { busy, send } = useSend()
  const ask = roleAsk(draft)
  const give = () =>
    ask &&
    send(JSON.stringify(ask), async (key) => {
      await call(GrantRole, { params: { id: personId }, body: { key, ...ask } })
      toast('已授予，立即生效', 'ok')
      setOpen(false)
      setDraft(NO_ROLE)
      onGranted()
    })
  return (
    <>
      <Button dense fit icon="plus" onTap={() => setOpen(true)}>
        授予角色
      </Button>
      <Sheet title="授予角色" open={open} onClose={() => setOpen(false)}>
        <RoleFields draft={draft} onDraft={setDraft} />
        <Button busy={busy !== null} disabled={ask === null} onTap={() => void give()}>
          授予
        </Button>
      </Sheet>
    </>
  )
}
