import { momentZh } from '@shared/kit/time'
import {
  EndMySignIn,
  EndStaffSignIn,
  ListMySignIns,
  ListStaffSignIns,
  type SignIn,
} from '@shared/people/sessions-contract'
import { call } from '../../api/call'
import { useNow } from '../../api/clock'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Tag } from '../../ui/tag'
import { toast } from '../../ui/toast'
import { Txt } from '../../ui/txt'

/** My own places of sign-in, each of which can be ended but this one. */
export function MySignIns() {
  const load = useLoad(ListMySignIns, { params: {}, body: {} })
  const { busy, end } = useEnding(EndMySignIn, load.reload)
  return <Loaded load={load}>{({ items }) => <SignIns items={items} busy={busy} onEnd={end} />}</Loaded>
}

/** Those of a member of staff, for their administrator. */
export function StaffSignIns({ id }: { id: string }) {
  const load = useLoad(ListStaffSignIns, { params: { id }, body: {} })
  const { busy, end } = useEnding(EndStaffSignIn, load.reload)
  return <Loaded load={load}>{({ items }) => <SignIns items={items} busy={busy} onEnd={end} />}</Loaded>
}

function useEnding(e: typeof EndMySignIn | typeof EndStaffSignIn, reload: () => Promise<void>) {
  const { busy, send } = useSend()
  const end = (id: string) =>
    void send(id, async (key) => {
      await call(e, { params: { id }, body: { key } })
      toast('已退出', 'ok')
      await reload()
    })
  return { busy, end }
}

type SignInsProps = {
  readonly items: readonly SignIn[]
  readonly busy: string | null
  readonly onEnd: (id: string) => void
}

const SignIns = ({ items, busy, onEnd }: SignInsProps) => (
  <Card title="登录的设备" aside={`${items.length} 处`} flush>
    {items.map((one) => (
      <SignInRow key={one.id} one={one} busy={busy === one.id} onEnd={() => onEnd(one.id)} />
    ))}
  </Card>
)

function SignInRow({ one: { device, address, startedAt, seenAt, isThis }, busy, onEnd }: RowProps) {
  const now = useNow()
  const from = address === '' || address === 'unknown' ? '' : ` · ${address}`
  return (
    <Box className="setting-row between gap-3">
      <Box className="grow">
        <Txt strong block>
          {device}
        </Txt>
        <Txt size="caption" tone="second" block>
          {`${momentZh(new Date(startedAt), now)}登录，最近使用 ${momentZh(new Date(seenAt), now)}${from}`}
        </Txt>
      </Box>
      {isThis ? (
        <Tag zh="这台设备" />
      ) : (
        <Button kind="ghost" dense fit busy={busy} label={`让${device}退出`} onTap={onEnd}>
          退出
        </Button>
      )}
    </Box>
  )
}
type RowProps = { readonly one: SignIn; readonly busy: boolean; readonly onEnd: () => void }
