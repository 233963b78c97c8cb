import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Sheet } from '../../../ui/sheet'
import { Tap } from '../../../ui/tap'
import { Toggle } from '../../../ui/toggle'
import { Txt } from '../../../ui/txt'
import { useMe } from '../../people/use-me'
import { useKeepFilter } from './use-kept-filters'
import { filterOfAsk, type QueueAsk } from './use-queue'

/** Keeps the filter in use under a name, for oneself or for all staff. */
export function KeepFilter({ ask }: { ask: QueueAsk }) {
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [isShared, setShared] = useState(false)
  const { data: me } = useMe()
  const { isBusy, keep } = useKeepFilter()
  const save = async () => {
    if (await keep({ name, isShared, query: filterOfAsk(ask, me?.roles ?? []) })) setOpen(false)
  }
  return (
    <>
      <Tap className="link-line" onTap={() => setOpen(true)}>
        <Txt size="caption">存为常用</Txt>
      </Tap>
      <Sheet title="存为常用筛选" open={isOpen} onClose={() => setOpen(false)} small>
        <FormRow label="名称">
          <Input label="名称" value={name} onText={setName} placeholder="比如 逾期的井盖" max={12} />
        </FormRow>
        <Box className="between keep-share">
          <Txt>所有工作人员都能用</Txt>
          <Toggle label="所有工作人员都能用" on={isShared} onChange={setShared} />
        </Box>
        <Button busy={isBusy} disabled={name.trim() === ''} onTap={() => void save()}>
          存起来
        </Button>
      </Sheet>
    </>
  )
}
