import { shanghai } from '@shared/kit/time'
import { EndCalendarFeed, GetMyCalendarFeed, MakeCalendarFeed } from '@shared/volunteering/calendar/contract'
import { useState } from 'react'
import { call } from '../../../api/call'
import { serverUrl } from '../../../api/server-url'
import { useLoad } from '../../../api/use-load'
import { useSend } from '../../../api/use-send'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { confirm } from '../../../ui/confirm'
import { CopyOnce } from '../../../ui/copy-once'
import { Sheet } from '../../../ui/sheet'
import { Txt } from '../../../ui/txt'

const nothing = { params: {}, body: {} }

/** 日历订阅: the calendar of the phone reads it by itself, with every change and cancellation. */
export function CalendarCard() {
  const load = useLoad(GetMyCalendarFeed, nothing)
  const [link, setLink] = useState<string | null>(null)
  const { busy, send } = useSend()
  if (!load.data) return null
  const { at } = load.data
  const make = async () => {
    if (at !== null && !(await confirm({ title: '换一个订阅地址？', zh: '旧的地址立即作废', yes: '换新地址' }))) return
    await send('make', async (key) => {
      const { path } = await call(MakeCalendarFeed, { params: {}, body: { key } })
      setLink(path === null ? '' : serverUrl(path))
      await load.reload()
    })
  }
  const end = () =>
    send('end', async (key) => {
      await call(EndCalendarFeed, { params: {}, body: { key } })
      await load.reload()
    })
  return (
    <Card title="日历订阅" {...(at === null ? {} : { aside: `${shanghai(new Date(at)).day} 生成` })}>
      <Txt size="caption" tone="second" block>
        把地址加到手机日历，报名的活动、改期和取消会自己更新。地址只给您自己用。
      </Txt>
      <Box className="row gap-2 calendar-acts">
        <Button kind="outline" dense busy={busy !== null} onTap={() => void make()}>
          {at === null ? '生成订阅地址' : '换新地址'}
        </Button>
        {at !== null && (
          <Button kind="ghost" dense busy={busy !== null} onTap={() => void end()}>
            停用
          </Button>
        )}
      </Box>
      <Sheet title="日历订阅地址" open={link !== null} onClose={() => setLink(null)}>
        {link === '' && <Txt block>地址已经生成过，不能再看。请换一个新的。</Txt>}
        {link && (
          <CopyOnce zh="在手机日历里选“添加订阅日历”，粘贴这个地址。只显示这一次。" text={link} act="复制地址" />
        )}
      </Sheet>
    </Card>
  )
}
