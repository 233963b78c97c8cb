import { CreateSeries, ListSeries } from '@shared/volunteering/series-contract'
import { useState } from 'react'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { useSend } from '../../../api/use-send'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Sheet } from '../../../ui/sheet'
import { toast } from '../../../ui/toast'
import { Txt } from '../../../ui/txt'

/** 活动系列: those there are, with what they came to, and a new one. */
export function SeriesSheet({ onClose }: { onClose: () => void }) {
  const load = useLoad(ListSeries, { params: {}, body: {} })
  const { busy, send } = useSend()
  const [name, setName] = useState('')
  const [brand, setBrand] = useState('')
  const create = () =>
    send(`series ${name} ${brand}`, async (key) => {
      await call(CreateSeries, { params: {}, body: { key, name, brand } })
      setName('')
      setBrand('')
      toast('已新建，起草活动时可以选', 'ok')
      await load.reload()
    })
  return (
    <Sheet title="活动系列" open onClose={onClose}>
      {(load.data?.items ?? []).map((one) => (
        <Txt key={one.id} block num>
          {[one.name, one.brand, `已办 ${one.last} 期`].filter(Boolean).join(' · ')}
        </Txt>
      ))}
      <FormRow label="系列名称">
        <Input label="系列名称" value={name} max={40} placeholder="比如：滨江护河" onText={setName} />
      </FormRow>
      <FormRow label="活动品牌" hint="可不填">
        <Input label="活动品牌" value={brand} max={40} onText={setBrand} />
      </FormRow>
      <Box className="sheet-act">
        <Button busy={busy !== null} disabled={name.trim() === ''} onTap={() => void create()}>
          新建系列
        </Button>
      </Box>
    </Sheet>
  )
}
