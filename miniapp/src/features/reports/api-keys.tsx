import { momentZh } from '@shared/kit/time'
import { type ApiKeyView, CreateApiKey, EndApiKey, ListApiKeys } from '@shared/reports/keys-contract'
import { useState } from 'react'
import { call } from '../../api/call'
import { useNow } from '../../api/clock'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { confirm } from '../../ui/confirm'
import { Empty } from '../../ui/empty'
import { FormRow } from '../../ui/form-row'
import { Input } from '../../ui/input'
import { Loaded } from '../../ui/loaded'
import { Tag } from '../../ui/tag'
import { toast } from '../../ui/toast'
import { Txt } from '../../ui/txt'

/** 接口密钥: made, shown this once, ended. */
export function ApiKeys() {
  const load = useLoad(ListApiKeys, { params: {}, body: {} })
  const { busy, send } = useSend()
  const end = async ({ id, name }: ApiKeyView) => {
    const doubt = {
      title: `停用“${name}”的密钥`,
      zh: '这个平台立即不能再提交，停用后不能恢复。',
      yes: '停用密钥',
      danger: true,
    }
    if (!(await confirm(doubt))) return
    await send(id, async (key) => {
      await call(EndApiKey, { params: { id }, body: { key } })
      toast('已停用', 'ok')
      void load.reload()
    })
  }
  return (
    <>
      <NewKey onMade={() => void load.reload()} />
      <Loaded load={load}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="plug-connected-x" title="还没有接入的平台" zh="12345 等平台用密钥向本系统提交问题" />
          ) : (
            <Card title="已开通" flush>
              {items.map((one) => (
                <KeyRow key={one.id} row={one} busy={busy === one.id} onEnd={() => void end(one)} />
              ))}
            </Card>
          )
        }
      </Loaded>
    </>
  )
}

function NewKey({ onMade }: { onMade: () => void }) {
  const [name, setName] = useState('')
  const [secret, setSecret] = useState<string | null>(null)
  const { busy, send } = useSend()
  const make = () =>
    send(`new ${name}`, async (key) => {
      const made = await call(CreateApiKey, { params: {}, body: { key, name, scopes: ['open311'] } })
      setSecret(made.secret ?? '')
      setName('')
      onMade()
    })
  return (
    <Card title="开通新的平台">
      <FormRow label="平台名称" hint="可以提交问题（Open311）">
        <Input label="平台名称" value={name} onText={setName} placeholder="比如 县 12345 热线" max={40} />
      </FormRow>
      <Button busy={busy !== null} disabled={name.trim() === ''} onTap={() => void make()}>
        生成密钥
      </Button>
      {secret !== null && (
        <Box as="status" className="setting-acts">
          <Txt strong block>
            {secret === '' ? '这个密钥已经生成过，不能再看。请停用它，重新生成。' : '密钥只显示这一次，请现在抄下来：'}
          </Txt>
          {secret !== '' && (
            <Txt className="setting-secret" selectable>
              {secret}
            </Txt>
          )}
        </Box>
      )}
    </Card>
  )
}

function KeyRow({ row, busy, onEnd }: { row: ApiKeyView; busy: boolean; onEnd: () => void }) {
  const { name, createdAt, endedAt } = row
  const now = useNow()
  const ended = endedAt ? `，${momentZh(new Date(endedAt), now)} 停用` : ''
  return (
    <Box className="setting-row between gap-3">
      <Box className="grow">
        <Box className="row gap-2 wrap">
          <Txt strong>{name}</Txt>
          <Tag tone={endedAt ? 'plain' : 'ok'} zh={endedAt ? '已停用' : '使用中'} />
        </Box>
        <Txt size="caption" tone="second" block>{`${momentZh(new Date(createdAt), now)} 开通${ended}`}</Txt>
      </Box>
      {endedAt === null && (
        <Button kind="ghost" dense fit busy={busy} label={`停用${name}`} onTap={onEnd}>
          停用
        </Button>
      )}
    </Box>
  )
}
