import { AcceptInvite, LookAtInvite } from '@shared/people/staff-contract'
import { ROLE_ZH } from '@shared/people/words'
import { call } from '../../api/call'
import { usePersonId } from '../../api/session'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Loaded } from '../../ui/loaded'
import { go, goInstead } from '../../ui/nav'
import { toast } from '../../ui/toast'
import { Txt } from '../../ui/txt'

/** What the link offers, to whoever is signed in; a browser without a session is led to sign in first. */
export function AcceptInviteCard({ token }: { token: string }) {
  const personId = usePersonId()
  if (process.env.TARO_ENV === 'h5' && personId === null)
    return (
      <Empty
        icon="login"
        title="请先登录"
        zh="登录后再打开邀请"
        act="去登录"
        onAct={() => go('/pages/people/sign-in')}
      />
    )
  return <Offer token={token} />
}

function Offer({ token }: { token: string }) {
  const load = useLoad(LookAtInvite, { params: {}, body: { token } })
  const { busy, send } = useSend()
  const accept = () =>
    send('accept', async (key) => {
      const { role } = await call(AcceptInvite, { params: {}, body: { key, token } })
      toast(`您现在是${ROLE_ZH[role]}`, 'ok')
      goInstead('/staff/home/index')
    })
  return (
    <Loaded load={load}>
      {({ name, role, scopeZh }) => (
        <Card title={`${name}，您好`}>
          <Txt block>{`邀请您担任${ROLE_ZH[role]}，范围是${scopeZh}。`}</Txt>
          <Txt size="caption" tone="second" block>
            邀请只能用一次。接受后立即生效，请不要转给别人。
          </Txt>
          <Box className="setting-acts">
            <Button busy={busy === 'accept'} onTap={() => void accept()}>
              接受邀请
            </Button>
          </Box>
        </Card>
      )}
    </Loaded>
  )
}
