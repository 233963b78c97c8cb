import { RATE_ZH, type Rate, type RatePart } from '@shared/cases/rates'
import { AskExclusion, ListRateCases } from '@shared/cases/rates-contract'
import { useState } from 'react'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { useSend } from '../../../api/use-send'
import { Area } from '../../../ui/area'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Entry } from '../../../ui/entry'
import { FormRow } from '../../../ui/form-row'
import { Loaded } from '../../../ui/loaded'
import { go } from '../../../ui/nav'
import { Sheet } from '../../../ui/sheet'
import { toast } from '../../../ui/toast'
import { Txt } from '../../../ui/txt'

type RateCasesProps = {
  readonly period: { readonly from: string; readonly to: string; readonly unitId?: string; readonly gridId?: string }
  readonly rate: Rate
  readonly part: RatePart
  readonly onAsked: () => void
}

/** The cases of one number, and asking that one of them is not counted. */
export function RateCases({ period, rate, part, onAsked }: RateCasesProps) {
  const load = useLoad(ListRateCases, { params: {}, body: { ...period, rate, part } })
  const [asking, setAsking] = useState<string | null>(null)
  const done = () => {
    setAsking(null)
    void load.reload()
    onAsked()
  }
  return (
    <Loaded load={load}>
      {({ items }) => (
        <Box>
          {items.length === 0 && <Txt tone="second">没有案件</Txt>}
          {items.map(({ id, number, title, unitZh, reason, mayAsk }) => (
            <Box key={id}>
              <Entry
                title={title}
                zh={[number, unitZh, reason && `剔除理由：${reason}`].filter(Boolean).join(' · ')}
                onTap={() => go('/staff/cases/detail', { id })}
              />
              {mayAsk && (
                <Button kind="ghost" dense fit label={`申请剔除“${title}”`} onTap={() => setAsking(id)}>
                  申请剔除
                </Button>
              )}
            </Box>
          ))}
          {asking && <AskSheet caseId={asking} rate={rate} onClose={() => setAsking(null)} onDone={done} />}
        </Box>
      )}
    </Loaded>
  )
}

type AskProps = {
  readonly caseId: string
  readonly rate: Rate
  readonly onClose: () => void
  readonly onDone: () => void
}

function AskSheet({ caseId, rate, onClose, onDone }: AskProps) {
  const [reason, setReason] = useState('')
  const { busy, send } = useSend()
  const submit = async () => {
    const done = await send(`${rate} ${reason}`, async (key) => {
      await call(AskExclusion, { params: { id: caseId }, body: { key, rate, reason } })
    })
    if (!done) return
    toast('已申请，等另一位同意', 'ok')
    onDone()
  }
  return (
    <Sheet title={`从${RATE_ZH[rate]}里剔除`} open onClose={onClose}>
      <FormRow label="剔除理由" hint="由另一个人同意才算">
        <Area label="剔除理由" value={reason} onText={setReason} max={200} />
      </FormRow>
      <Button busy={busy !== null} onTap={() => void submit()}>
        提交申请
      </Button>
    </Sheet>
  )
}
