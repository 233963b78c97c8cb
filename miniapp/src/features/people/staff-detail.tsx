import { momentZh } from '@shared/kit/time'
import type { StaffView } from '@shared/people/staff-contract'
import { ROLE_ZH } from '@shared/people/words'
import type { ReactNode } from 'react'
import { useNow } from '../../api/clock'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Txt } from '../../ui/txt'
import { StaffSignIns } from './sign-in-list'
import { useStaff } from './use-staff'

/** Roles of now, then those that ended; `adder` is the part that knows grids and units. */
export function StaffDetail({ id, adder }: { id: string; adder: (reload: () => Promise<void>) => ReactNode }) {
  const { load, busy, endGrant, endSessions } = useStaff(id)
  const now = useNow()
  return (
    <Loaded load={load}>
      {({ name, grants, sessions, seenAt }) => (
        <>
          <Card title={name} aside={`${sessions} 处登录`}>
            <Txt size="caption" tone="second" block>
              {seenAt ? `最近使用 ${momentZh(new Date(seenAt), now)}` : '现在没有登录'}
            </Txt>
            <Box className="setting-acts">
              {adder(load.reload)}
              {sessions > 0 && (
                <Button kind="outline" dense fit busy={busy === 'sessions'} onTap={() => void endSessions()}>
                  全部退出登录
                </Button>
              )}
            </Box>
          </Card>
          {sessions > 0 && <StaffSignIns id={id} />}
          <Card title="角色" flush>
            {grants.map((one) => (
              <GrantRow key={one.id} grant={one} busy={busy === one.id} onEnd={() => void endGrant(one)} />
            ))}
          </Card>
        </>
      )}
    </Loaded>
  )
}

type GrantRowProps = { readonly grant: StaffView['grants'][number]; readonly busy: boolean; readonly onEnd: () => void }

function GrantRow({ grant: { role, scopeZh, grantedAt, grantedBy, endedAt, endedBy }, busy, onEnd }: GrantRowProps) {
  const now = useNow()
  const given = `${momentZh(new Date(grantedAt), now)} ${grantedBy ? `${grantedBy}授予` : '随初始资料授予'}`
  const ended = endedAt ? `；${momentZh(new Date(endedAt), now)} ${endedBy ?? ''}收回` : ''
  return (
    <Box className="setting-row between gap-3">
      <Box className="grow">
        <Txt strong={endedAt === null} {...(endedAt ? { tone: 'third' as const } : {})} block>
          {[ROLE_ZH[role], scopeZh].filter(Boolean).join(' · ')}
        </Txt>
        <Txt size="caption" tone="second" block>{`${given}${ended}`}</Txt>
      </Box>
      {endedAt === null && (
        <Button kind="ghost" dense fit busy={busy} label={`收回${ROLE_ZH[role]}`} onTap={onEnd}>
          收回
        </Button>
      )}
    </Box>
  )
}
