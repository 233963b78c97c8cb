import { INVITE_DAYS } from '@shared/people/grants'
import { CreateInvite } from '@shared/people/staff-contract'
import { useState } from 'react'
import { call } from '../../api/call'
import { useSend } from '../../api/use-send'
import { Button } from '../../ui/button'
import { CopyOnce } from '../../ui/copy-once'
import { FormRow } from '../../ui/form-row'
import { Input } from '../../ui/input'
import { linkTo } from '../../ui/nav'
import { Select } from '../../ui/select'
import { Sheet } from '../../ui/sheet'
import { Txt } from '../../ui/txt'
import { NO_ROLE, RoleFields, roleAsk } from './role-fields'

const DAYS = [INVITE_DAYS.least, 3, INVITE_DAYS.usual, INVITE_DAYS.most].map((n) => ({ id: String(n), zh: `${n} 天` }))

const linkOf = (token: string) => linkTo(`/pages/people/invite?token=${token}`)

/** The button that invites, and the link it makes: shown this once. */
export function InviteSheet({ onInvited }: { onInvited: () => void }) {
  const [open, setOpen] = useState(false)
  const [link, setLink] = useState<string | null>(null)
  const close = () => {
    setOpen(false)
    setLink(null)
  }
  return (
    <>
      <Button icon="plus" onTap={() => setOpen(true)}>
        邀请工作人员
      </Button>
      <Sheet title="邀请工作人员" open={open} onClose={close}>
        {link === null ? (
          <InviteForm
            onLink={(token) => {
              setLink(token === null ? '' : linkOf(token))
              onInvited()
            }}
          />
        ) : (
          <Link link={link} />
        )}
      </Sheet>
    </>
  )
}

function Link({ link }: { link: string }) {
  if (link === '') return <Txt block>邀请已经发出过，链接不能再看。请撤回它，重新发一个。</Txt>
  return <CopyOnce zh="把这个链接发给本人。链接只显示这一次，只能用一次，请不要发到群里。" text={link} act="复制链接" />
}

function InviteForm({ onLink }: { onLink: (token: string | null) => void }) {
  const [name, setName] = useState('')
  const [days, setDays] = useState<string>(String(INVITE_DAYS.usual))
  const [draft, setDraft] = useState(NO_ROLE)
  const { busy, send } = useSend()
  const ask = roleAsk(draft)
  const invite = () =>
    ask &&
    send(JSON.stringify([name, days, ask]), async (key) => {
      const { token } = await call(CreateInvite, { params: {}, body: { key, name, days: Number(days), ...ask } })
      onLink(token)
    })
  return (
    <>
      <FormRow label="姓名" hint="本人没有名字时就用它">
        <Input label="姓名" value={name} onText={setName} max={20} />
      </FormRow>
      <RoleFields draft={draft} onDraft={setDraft} />
      <FormRow label="有效期">
        <Select label="有效期" options={DAYS} value={days} onPick={setDays} />
      </FormRow>
      <Button busy={busy !== null} disabled={ask === null || name.trim() === ''} onTap={() => void invite()}>
        生成邀请链接
      </Button>
    </>
  )
}
