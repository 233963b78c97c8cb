import { EndAnnouncement, type KeptAnnouncement, ListAllAnnouncements } from '@shared/cases/announcement-contract'
import { useState } from 'react'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { useSend } from '../../../api/use-send'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { confirm } from '../../../ui/confirm'
import { Empty } from '../../../ui/empty'
import { Loaded } from '../../../ui/loaded'
import { Tag } from '../../../ui/tag'
import { toast } from '../../../ui/toast'
import { Txt } from '../../../ui/txt'
import { AnnounceSheet } from './announce-sheet'

const STATE = {
  live: { zh: '有效', tone: 'ok' },
  waiting: { zh: '未到日子', tone: 'brand' },
  over: { zh: '已结束', tone: 'plain' },
} as const

/** 公告 as the office keeps them: write one, take one down. */
export function AnnouncementBook() {
  const load = useLoad(ListAllAnnouncements, { params: {}, body: {} })
  const [writing, setWriting] = useState(false)
  const done = () => {
    setWriting(false)
    void load.reload()
  }
  return (
    <>
      <Button icon="plus" onTap={() => setWriting(true)}>
        写公告
      </Button>
      <Loaded load={load}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="bell" title="还没有公告" zh="停水、封路、活动期间的安排，写在这里，市民一打开就看到" />
          ) : (
            <Card flush>
              {items.map((one) => (
                <Row key={one.id} one={one} onDone={() => void load.reload()} />
              ))}
            </Card>
          )
        }
      </Loaded>
      {writing && <AnnounceSheet onClose={() => setWriting(false)} onDone={done} />}
    </>
  )
}

type RowProps = { readonly one: KeptAnnouncement; readonly onDone: () => void }

function Row({ one: { id, title, text, isUrgent, scopeZh, startsOn, endsOn, state }, onDone }: RowProps) {
  const { busy, send } = useSend()
  const end = async () => {
    if (!(await confirm({ title: `撤下“${title}”`, zh: '市民马上看不到它。', yes: '撤下', danger: true }))) return
    await send('end', async (key) => {
      await call(EndAnnouncement, { params: { id }, body: { key } })
      toast('已撤下', 'ok')
      onDone()
    })
  }
  return (
    <Box className="setting-row">
      <Box className="between gap-2 wrap">
        <Txt strong>{title}</Txt>
        <Box className="row gap-2">
          {isUrgent && <Tag tone="warn" zh="紧急" />}
          <Tag {...STATE[state]} />
        </Box>
      </Box>
      <Txt block>{text}</Txt>
      <Box className="between gap-2 wrap">
        <Txt size="caption" tone="second" num>{`${scopeZh} · ${startsOn} 至 ${endsOn}`}</Txt>
        {state !== 'over' && (
          <Button kind="ghost" dense fit busy={busy !== null} label={`撤下 ${title}`} onTap={() => void end()}>
            撤下
          </Button>
        )}
      </Box>
    </Box>
  )
}
