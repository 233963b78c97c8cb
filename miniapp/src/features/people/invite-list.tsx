import { momentZh } from '@shared/kit/time'
import { INVITE_STATE_ZH } from '@shared/people/grants'
import { EndInvite, type InviteView, ListInvites } from '@shared/people/staff-contract'
import { ROLE_ZH } from '@shared/people/words'
import { call } from '../../api/call'
import { useNow } from '../../api/clock'
import { usePages } from '../../api/use-pages'
import { useSend } from '../../api/use-send'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { confirm } from '../../ui/confirm'
import { Empty } from '../../ui/empty'
import { Loaded } from '../../ui/loaded'
import { MoreButton } from '../../ui/more-button'
import { Tag } from '../../ui/tag'
import { toast } from '../../ui/toast'
import { Txt } from '../../ui/txt'

const TONES = { open: 'brand', used: 'ok', ended: 'plain', expired: 'warn' } as const

export function InviteList() {
  const { load, items, hasMore, busy: more, readOn } = usePages(ListInvites, { params: {}, body: {} })
  const { busy, send } = useSend()
  const end = async ({ id, name }: InviteView) => {
    if (!(await confirm({ title: `撤回给${name}的邀请`, zh: '链接立即作废。', yes: '撤回邀请', danger: true }))) return
    await send(id, async (key) => {
      await call(EndInvite, { params: { id }, body: { key } })
      toast('已撤回', 'ok')
      void load.reload()
    })
  }
  return (
    <Loaded load={load}>
      {() =>
        items.length === 0 ? (
          <Empty icon="send" title="还没有发过邀请" zh="点“邀请工作人员”，把链接发给本人" />
        ) : (
          <>
            <Card flush>
              {items.map((one) => (
                <InviteRow key={one.id} invite={one} busy={busy === one.id} onEnd={() => void end(one)} />
              ))}
            </Card>
            {hasMore && <MoreButton busy={more} onTap={() => void readOn()} />}
          </>
        )
      }
    </Loaded>
  )
}

function InviteRow({ invite, busy, onEnd }: { invite: InviteView; busy: boolean; onEnd: () => void }) {
  const now = useNow()
  const { name, role, scopeZh, state, byName, at, expiresAt } = invite
  return (
    <Box className="setting-row between gap-3">
      <Box className="grow">
        <Box className="row gap-2 wrap">
          <Txt strong>{name}</Txt>
          <Tag tone={TONES[state]} zh={INVITE_STATE_ZH[state]} />
        </Box>
        <Txt size="caption" block>{`${ROLE_ZH[role]} · ${scopeZh}`}</Txt>
        <Txt size="caption" tone="second" block>
          {`${byName} ${momentZh(new Date(at), now)} 发出，${momentZh(new Date(expiresAt), now)} 前有效`}
        </Txt>
      </Box>
      {state === 'open' && (
        <Button kind="ghost" dense fit busy={busy} label={`撤回给${name}的邀请`} onTap={onEnd}>
          撤回
        </Button>
      )}
    </Box>
  )
}
