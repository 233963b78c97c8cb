import type { KnownContact } from '@shared/reports/contact'
import { ReadContact } from '@shared/reports/identity-contract'
import { useState } from 'react'
import { call } from '../../api/call'
import { useSend } from '../../api/use-send'
import { callPhone } from '../../device/call-phone'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { FormRow } from '../../ui/form-row'
import { Input } from '../../ui/input'
import { Sheet } from '../../ui/sheet'
import { Txt } from '../../ui/txt'

type Shown = KnownContact

/** A name and a number, for a reason; closing it forgets them. */
export function ContactSheet({ reportId, onClose }: { reportId: string; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState<Shown | null>(null)
  const { busy, send } = useSend()
  const read = () =>
    send(`read ${reason}`, async (key) => {
      setShown(await call(ReadContact, { params: { id: reportId }, body: { key, reason } }))
    })
  return (
    <Sheet title="查看联系方式" open onClose={onClose}>
      {shown ? (
        <Box className="row wrap gap-3">
          <Txt size="title-2" strong selectable>
            {[shown.name || '没留姓名', shown.phone, shown.mail].join(' ').trim()}
          </Txt>
          {shown.phone !== '' && (
            <Button dense fit icon="phone" onTap={() => callPhone(shown.phone)}>
              拨打
            </Button>
          )}
        </Box>
      ) : (
        <>
          <FormRow label="为什么要看" hint="会记录您和时间">
            <Input label="查看理由" value={reason} max={100} placeholder="例如：核实积水位置" onText={setReason} />
          </FormRow>
          <Button busy={busy !== null} disabled={reason.trim().length < 2} onTap={() => void read()}>
            登记并查看
          </Button>
        </>
      )}
    </Sheet>
  )
}
