import { ListRetention, type RetentionView, SetRetention } from '@shared/people/retention-contract'
import { useState } from 'react'
import { call } from '../../api/call'
import { Refused } from '../../api/refused'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { FormRow } from '../../ui/form-row'
import { Input } from '../../ui/input'
import { Loaded } from '../../ui/loaded'
import { toast } from '../../ui/toast'
import { Txt } from '../../ui/txt'

/** 保存期限: what is older goes by itself, every hour. */
export function RetentionList() {
  const load = useLoad(ListRetention, { params: {}, body: {} })
  return (
    <Loaded load={load}>
      {({ items }) => (
        <Box className="office">
          <Txt block tone="second">
            到期的记录每小时自动清理，不能恢复。案件、服务时长和奖励的账不在此列。每次调整都记入变更记录。
          </Txt>
          <Box className="pairs">
            {items.map((view) => (
              <PeriodCard key={`${view.kind} ${view.days}`} view={view} reload={load.reload} />
            ))}
          </Box>
        </Box>
      )}
    </Loaded>
  )
}

function PeriodCard({ view, reload }: { view: RetentionView; reload: () => Promise<void> }) {
  const { kind, zh, days: was, daysMin, isLog } = view
  const [typed, setTyped] = useState(String(was))
  const [wrong, setWrong] = useState('')
  const { busy, send } = useSend()
  const days = Number(typed)
  const isNumber = /^\d{1,5}$/.test(typed.trim())
  const save = () =>
    void send(`${kind} ${days}`, async (key) => {
      setWrong('')
      try {
        await call(SetRetention, { params: {}, body: { key, kind, days, was } })
      } catch (err) {
        if (err instanceof Refused) setWrong(err.refusal.zh)
        throw err
      }
      toast('已调整', 'ok')
      await reload()
    })
  const least = isLog ? `网络日志，依法至少 ${daysMin} 天` : `至少 ${daysMin} 天`
  return (
    <Card title={zh}>
      <FormRow label="保存天数" hint={least} {...(wrong ? { wrong } : {})}>
        <Input label={`${zh}保存天数`} keyboard="number" value={typed} max={5} onText={setTyped} />
      </FormRow>
      <Button
        kind="outline"
        busy={busy !== null}
        disabled={!isNumber || days === was}
        label={`保存：${zh}`}
        onTap={save}
      >
        保存
      </Button>
    </Card>
  )
}
