import { momentZh } from '@shared/kit/time'
import type { MailView } from '@shared/reports/mail-contract'
import { useState } from 'react'
import { now } from '../../api/clock'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { FormRow } from '../../ui/form-row'
import { Input } from '../../ui/input'
import { Loaded } from '../../ui/loaded'
import { MoreButton } from '../../ui/more-button'
import { go } from '../../ui/nav'
import { Screen } from '../../ui/screen'
import { Sheet } from '../../ui/sheet'
import { Letter } from './letter'
import { useMails } from './use-mails'

/** 邮件待录: letters that wait for somebody to say where and what. */
export function MailList() {
  const mails = useMails()
  const bar = (
    <Button icon="upload" busy={mails.isSending} onTap={() => void mails.bring()}>
      上传 .eml 邮件
    </Button>
  )
  return (
    <Screen title="邮件待录" wide className="mails" bar={bar}>
      <Loaded load={mails.load}>
        {() => (
          <>
            {mails.items.length === 0 && (
              <Empty icon="inbox" title="没有待录的来信" zh="新的来信会出现在这里，也可以上传邮件文件" />
            )}
            {mails.items.map((mail) => (
              <MailCard key={mail.id} mail={mail} onAside={() => mails.setAside(mail.id)} />
            ))}
            {mails.hasMore && <MoreButton busy={mails.busy} onTap={() => void mails.readOn()} />}
          </>
        )}
      </Loaded>
      {mails.aside !== null && (
        <AsideSheet
          busy={mails.isSending}
          onClose={() => mails.setAside(null)}
          onDone={(reason) => void mails.putAside(reason)}
        />
      )}
    </Screen>
  )
}

const MailCard = ({ mail, onAside }: { mail: MailView; onAside: () => void }) => (
  <Card title={mail.subject || '没有主题'} aside={momentZh(new Date(mail.at), now())}>
    <Letter mail={mail} />
    <Box className="row gap-2 letter-acts">
      <Button dense fit onTap={() => go('/staff/reports/intake', { mail: mail.id })}>
        录入
      </Button>
      <Button kind="outline" dense fit onTap={onAside}>
        不录入
      </Button>
    </Box>
  </Card>
)

type AsideSheetProps = {
  readonly busy: boolean
  readonly onClose: () => void
  readonly onDone: (reason: string) => void
}

function AsideSheet({ busy, onClose, onDone }: AsideSheetProps) {
  const [reason, setReason] = useState('')
  return (
    <Sheet title="不录入这封来信" open onClose={onClose}>
      <FormRow label="为什么不录入" hint="会记录您和时间">
        <Input label="不录入的原因" value={reason} max={200} placeholder="例如：广告" onText={setReason} />
      </FormRow>
      <Button busy={busy} disabled={reason.trim().length < 2} onTap={() => onDone(reason)}>
        确定不录入
      </Button>
    </Sheet>
  )
}
