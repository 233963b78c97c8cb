import type { Me } from '@shared/people/contract'
import { ROLE_ZH } from '@shared/people/words'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { confirm } from '../../ui/confirm'
import type { Load } from '../../ui/load'
import { Loaded } from '../../ui/loaded'
import { go } from '../../ui/nav'
import { Skeleton } from '../../ui/skeleton'
import { Tag } from '../../ui/tag'
import { Txt } from '../../ui/txt'
import { Avatar } from './avatar'
import { useSignIn } from './use-sign-in'

/** Who this phone speaks for. */
export const Account = ({ load }: { load: Load<Me> }) =>
  load.failure?.kind === 'signed_out' && load.data === undefined ? (
    <Nobody />
  ) : (
    <Loaded load={load} skeleton={<Skeleton rows={1} />}>
      {(me) => <Somebody me={me} />}
    </Loaded>
  )

const Nobody = () => (
  <Card>
    <Box className="row gap-3">
      <Avatar name="市" large />
      <Box className="grow">
        <Txt size="title-2" strong block>
          您还没有登录
        </Txt>
        <Txt size="caption" tone="second" block>
          登录后可以看自己反映的问题和服务时长
        </Txt>
      </Box>
      <Button dense fit onTap={() => go('/pages/people/sign-in')}>
        去登录
      </Button>
    </Box>
  </Card>
)

const Somebody = ({ me: { name, roles } }: { me: Me }) => {
  const { busy, leave } = useSignIn()
  const askToLeave = async () => {
    const sure = await confirm({ title: '退出登录吗', zh: '草稿会留在这部手机里。', yes: '退出登录' })
    if (sure) void leave()
  }
  return (
    <Card>
      <Box className="row gap-3">
        <Avatar name={name} large />
        <Box className="grow">
          <Txt size="title-1" strong block>
            {name}
          </Txt>
          <Box className="row wrap gap-2 me-roles">
            {roles.length === 0 && <Tag zh={ROLE_ZH.citizen} />}
            {roles.map(({ role, scopeZh }) => (
              <Tag
                key={`${role} ${scopeZh}`}
                tone="brand"
                zh={scopeZh ? `${ROLE_ZH[role]} · ${scopeZh}` : ROLE_ZH[role]}
              />
            ))}
          </Box>
        </Box>
        <Button kind="ghost" dense fit busy={busy !== null} onTap={() => void askToLeave()}>
          退出
        </Button>
      </Box>
    </Card>
  )
}
