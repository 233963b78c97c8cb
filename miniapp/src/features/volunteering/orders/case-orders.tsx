import { ListCaseOrders, OpenCaseOrder } from '@shared/volunteering/orders/case-contract'
import { useState } from 'react'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { useSend } from '../../../api/use-send'
import { Area } from '../../../ui/area'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { FormRow } from '../../../ui/form-row'
import { Photo } from '../../../ui/photo'
import { Sheet } from '../../../ui/sheet'
import { toast } from '../../../ui/toast'
import { Txt } from '../../../ui/txt'
import { OrderEntry } from './order-list'
import { useOrderKinds } from './use-orders'

/** 志愿服务单 beside a case: its state and photo; the case itself goes on by its own steps. */
export function CaseOrders({ caseId }: { caseId: string }) {
  const load = useLoad(ListCaseOrders, { params: { id: caseId }, body: {} })
  const [open, setOpen] = useState(false)
  const { items = [], mayOpen = false } = load.data ?? {}
  if (items.length === 0 && !mayOpen) return null
  return (
    <Card title="志愿服务单" flush={items.length > 0}>
      {items.map((row) => (
        <Box key={row.id}>
          <OrderEntry row={row} />
          {row.photos.map((photo) => (
            <Photo key={photo.id} src={photo.thumbUrl} label="服务后照片" className="request-photo" />
          ))}
        </Box>
      ))}
      {mayOpen && (
        <Button kind="outline" dense icon="heart-handshake" onTap={() => setOpen(true)}>
          转志愿服务
        </Button>
      )}
      {open && (
        <OpenSheet
          caseId={caseId}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false)
            void load.reload()
          }}
        />
      )}
    </Card>
  )
}

type SheetProps = { readonly caseId: string; readonly onClose: () => void; readonly onDone: () => void }

function OpenSheet({ caseId, onClose, onDone }: SheetProps) {
  const kinds = useOrderKinds().data?.items ?? []
  const [kind, setKind] = useState('')
  const [words, setWords] = useState('')
  const { busy, send } = useSend()
  const open = () =>
    send(`case order ${kind} ${words}`, async (key) => {
      await call(OpenCaseOrder, { params: { id: caseId }, body: { key, kind, words: words.trim() } })
      toast('已转志愿服务', 'ok')
      onDone()
    })
  return (
    <Sheet title="转志愿服务" open onClose={onClose}>
      <FormRow label="类别">
        <Choices
          label="类别"
          look="tag"
          items={kinds.map(({ code, zh }) => ({ id: code, zh }))}
          picked={[kind]}
          onPick={setKind}
        />
      </FormRow>
      <FormRow label="请志愿者做什么">
        <Area label="请志愿者做什么" value={words} onText={setWords} max={500} />
      </FormRow>
      <Txt size="caption" tone="second" block>
        服务完成的照片就是案件的整改后照片，案件随即转入核查；领队不能核查自己的服务。
      </Txt>
      <Box className="sheet-act">
        <Button busy={busy !== null} disabled={kind === '' || words.trim() === ''} onTap={() => void open()}>
          转志愿服务
        </Button>
      </Box>
    </Sheet>
  )
}
