import {
  COMPLAINT_REASON_ZH,
  type ComplaintView,
  DecideComplaint,
  ListComplaints,
} from '@shared/cases/complaint-contract'
import { shanghai } from '@shared/kit/time'
import { useState } from 'react'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { useSend } from '../../../api/use-send'
import { Area } from '../../../ui/area'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { FormRow } from '../../../ui/form-row'
import { Loaded } from '../../../ui/loaded'
import { go } from '../../../ui/nav'
import { Sheet } from '../../../ui/sheet'
import { Tag } from '../../../ui/tag'
import { Txt } from '../../../ui/txt'

const DECISION_ZH = { kept: '没有改', taken_down: '已下架' } as const

/** 公开内容投诉: what somebody says should not be public. */
export function ComplaintList() {
  const load = useLoad(ListComplaints, { params: {}, body: {} })
  const [picked, setPicked] = useState<ComplaintView | null>(null)
  return (
    <Loaded load={load}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon="alert-circle" title="没有投诉" zh="公众对公开内容的投诉会出现在这里" />
        ) : (
          <Box className="stack">
            {items.map((item) => (
              <Complaint key={item.id} item={item} onDecide={() => setPicked(item)} />
            ))}
            {picked && (
              <DecideSheet
                item={picked}
                onClose={() => setPicked(null)}
                onDone={() => {
                  setPicked(null)
                  void load.reload()
                }}
              />
            )}
          </Box>
        )
      }
    </Loaded>
  )
}

const Complaint = ({ item, onDecide }: { item: ComplaintView; onDecide: () => void }) => (
  <Card title={item.title} aside={item.number}>
    <Box className="row wrap gap-2">
      <Tag zh={COMPLAINT_REASON_ZH[item.reason]} tone="warn" />
      {item.decision !== null && <Tag zh={DECISION_ZH[item.decision]} />}
    </Box>
    {item.words !== '' && <Txt block>{`“${item.words}”`}</Txt>}
    <Txt size="caption" tone="second" block num>
      {[shanghai(new Date(item.at)).day, item.note].filter(Boolean).join(' · ')}
    </Txt>
    <Box className="row gap-2">
      <Button kind="outline" dense onTap={() => go('/staff/cases/detail', { id: item.caseId })}>
        看案件
      </Button>
      {item.mayDecide && (
        <Button dense onTap={onDecide}>
          处理
        </Button>
      )}
    </Box>
  </Card>
)

type DecideProps = { readonly item: ComplaintView; readonly onClose: () => void; readonly onDone: () => void }

function DecideSheet({ item, onClose, onDone }: DecideProps) {
  const [note, setNote] = useState('')
  const { busy, send } = useSend()
  const decide = async (takesDown: boolean) => {
    const done = await send(`${takesDown} ${note}`, async (key) => {
      await call(DecideComplaint, { params: { id: item.id }, body: { key, takesDown, note } })
    })
    if (done) onDone()
  }
  return (
    <Sheet title={`处理投诉：${COMPLAINT_REASON_ZH[item.reason]}`} open onClose={onClose}>
      <FormRow label="理由" hint="反映人会看到下架的理由">
        <Area label="理由" value={note} onText={setNote} max={200} />
      </FormRow>
      <Box className="row gap-2">
        <Button kind="outline" busy={busy !== null} disabled={note.trim() === ''} onTap={() => void decide(false)}>
          内容没问题
        </Button>
        <Button kind="danger" busy={busy !== null} disabled={note.trim() === ''} onTap={() => void decide(true)}>
          下架
        </Button>
      </Box>
    </Sheet>
  )
}
