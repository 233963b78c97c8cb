import { momentZh } from '@shared/kit/time'
import { OUTBOX_STATE_ZH, OUTBOX_STATES } from '@shared/notices/outbox'
import { type DeadMessage, GetOutbox, MoveDeadMessage, SendOutbox } from '@shared/notices/outbox-contract'
import { MESSAGE_KIND_ZH } from '@shared/notices/templates'
import { call } from '../../api/call'
import { useNow } from '../../api/clock'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Loaded } from '../../ui/loaded'
import { Tag } from '../../ui/tag'
import { toast } from '../../ui/toast'
import { Txt } from '../../ui/txt'

/** 消息发送: how many wait, went and could not go; the inbox of each person has them all the same. */
export function OutboxBoard() {
  const load = useLoad(GetOutbox, { params: {}, body: {} })
  const { busy, send } = useSend()
  const run = () =>
    send('run', async () => {
      await call(SendOutbox, { params: {}, body: {} })
      toast('到时间的都发过了', 'ok')
      void load.reload()
    })
  const move = ({ id }: DeadMessage, name: 'again' | 'drop') =>
    send(`${id} ${name}`, async (key) => {
      await call(MoveDeadMessage, { params: { id }, body: { key, move: name } })
      toast(name === 'again' ? '已重新排队' : '已放弃', 'ok')
      void load.reload()
    })
  return (
    <Loaded load={load}>
      {({ counts, dead }) => (
        <>
          <Counts counts={counts} busy={busy === 'run'} onRun={() => void run()} />
          {dead.length === 0 ? (
            <Empty icon="send" title="没有发不出去的消息" zh="发不出去的会列在这里，写明原因" />
          ) : (
            <Card title="发不出去" aside="站内消息不受影响" flush>
              {dead.map((one) => (
                <DeadRow key={one.id} row={one} isBusy={busy !== null} onMove={(name) => void move(one, name)} />
              ))}
            </Card>
          )}
        </>
      )}
    </Loaded>
  )
}

type CountsProps = {
  readonly counts: readonly { readonly state: (typeof OUTBOX_STATES)[number]; readonly n: number }[]
  readonly busy: boolean
  readonly onRun: () => void
}

const Counts = ({ counts, busy, onRun }: CountsProps) => (
  <Card title="近三十天的微信消息">
    <Box className="row gap-2 wrap">
      {OUTBOX_STATES.map((state) => {
        const n = counts.find((one) => one.state === state)?.n ?? 0
        return (
          <Tag
            key={state}
            tone={state === 'dead' && n > 0 ? 'danger' : 'plain'}
            zh={`${OUTBOX_STATE_ZH[state]} ${n}`}
          />
        )
      })}
    </Box>
    <Box className="setting-acts">
      <Button dense kind="outline" icon="send" busy={busy} onTap={onRun}>
        立即发送
      </Button>
    </Box>
  </Card>
)

type DeadRowProps = {
  readonly row: DeadMessage
  readonly isBusy: boolean
  readonly onMove: (name: 'again' | 'drop') => void
}

function DeadRow({ row: { kind, title, text, why, tries, at }, isBusy, onMove }: DeadRowProps) {
  const now = useNow()
  return (
    <Box className="setting-row">
      <Box className="row gap-2 wrap">
        <Txt strong>{`${title} · ${text}`}</Txt>
        <Tag tone="plain" zh={MESSAGE_KIND_ZH[kind]} />
      </Box>
      <Txt size="caption" tone="danger" block>
        {why}
      </Txt>
      <Txt size="caption" tone="second" block>{`${momentZh(new Date(at), now)}，试了 ${tries} 次`}</Txt>
      <Box className="setting-acts">
        <Button
          dense
          fit
          kind="outline"
          disabled={isBusy}
          label={`重发：${title} ${text}`}
          onTap={() => onMove('again')}
        >
          重发
        </Button>
        <Button dense fit kind="ghost" disabled={isBusy} label={`放弃：${title} ${text}`} onTap={() => onMove('drop')}>
          放弃
        </Button>
      </Box>
    </Box>
  )
}
