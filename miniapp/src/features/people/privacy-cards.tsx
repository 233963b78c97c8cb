import { momentZh } from '@shared/kit/time'
import {
  CLOSING_DAYS,
  CloseAccount,
  CorrectName,
  ExportMyData,
  GetPrivacy,
  KeepAccount,
  type PrivacyView,
} from '@shared/people/privacy-contract'
import { useState } from 'react'
import { call } from '../../api/call'
import { useNow } from '../../api/clock'
import { download } from '../../api/download'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { confirm } from '../../ui/confirm'
import { Input } from '../../ui/input'
import { Loaded } from '../../ui/loaded'
import { toast } from '../../ui/toast'
import { Txt } from '../../ui/txt'

type Cards = { readonly view: PrivacyView; readonly reload: () => Promise<void> }

export function PrivacyCards() {
  const load = useLoad(GetPrivacy, { params: {}, body: {} })
  return (
    <Loaded load={load}>
      {(view) => (
        <>
          <NameCard key={view.name} view={view} reload={load.reload} />
          <DataCard />
          <ClosingCard view={view} reload={load.reload} />
        </>
      )}
    </Loaded>
  )
}

function NameCard({ view, reload }: Cards) {
  const [name, setName] = useState(view.name)
  const { busy, send } = useSend()
  const correct = () =>
    void send(name, async (key) => {
      await call(CorrectName, { params: {}, body: { key, name } })
      toast('已更正', 'ok')
      await reload()
    })
  return (
    <Card title="我的称呼">
      <Input label="称呼" value={name} max={20} onText={setName} onDone={correct} />
      <Button kind="outline" busy={busy !== null} disabled={name.trim() === '' || name === view.name} onTap={correct}>
        更正
      </Button>
    </Card>
  )
}

function DataCard() {
  const { busy, send } = useSend()
  const take = () => void send('data', () => download(ExportMyData, {}, '我的数据.json'))
  return (
    <Card title="导出我的数据">
      <Txt block>系统里所有写着您的记录，一个 JSON 文件。加密封存的联系方式和实名只列出有这一条。</Txt>
      <Button kind="outline" icon="download" busy={busy !== null} onTap={take}>
        导出
      </Button>
    </Card>
  )
}

const DOUBT = {
  title: '申请注销账号',
  zh: `${CLOSING_DAYS} 天后生效，期间随时可以取消。生效后称呼、联系方式、实名、消息全部删除，登不回来；您反映过的案件保留事实，和您不再有联系。`,
  yes: '申请注销',
  danger: true,
}

function ClosingCard({ view: { closing }, reload }: Cards) {
  const { busy, send } = useSend()
  const now = useNow()
  const act = (e: typeof CloseAccount | typeof KeepAccount, zh: string) =>
    void send(zh, async (key) => {
      await call(e, { params: {}, body: { key } })
      toast(zh, 'ok')
      await reload()
    })
  const close = async () => {
    if (await confirm(DOUBT)) act(CloseAccount, '已申请')
  }
  return (
    <Card title="注销账号">
      <Txt block>
        {closing
          ? `已申请注销，${momentZh(new Date(closing.dueAt), now)}生效。`
          : `注销后个人信息删除，案件和服务时长只留事实。申请后有 ${CLOSING_DAYS} 天可以反悔。`}
      </Txt>
      <Button
        kind="outline"
        busy={busy !== null}
        onTap={() => (closing ? act(KeepAccount, '已取消注销') : void close())}
      >
        {closing ? '取消注销' : '申请注销'}
      </Button>
    </Card>
  )
}
