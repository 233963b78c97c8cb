import type { AnyEndpoint } from '@shared/kit/endpoint'
import { useState } from 'react'
import { download } from '../../../api/download'
import { zhOf } from '../../../api/use-send'
import { Button } from '../../../ui/button'
import { toast } from '../../../ui/toast'

type PaperButtonProps = {
  readonly of: AnyEndpoint
  readonly id: string
  readonly zh: string
  readonly number: string
}

/** Takes a paper out; a browser saves it, WeChat opens it. */
export function PaperButton({ of, id, zh, number }: PaperButtonProps) {
  const [busy, setBusy] = useState(false)
  const take = async () => {
    setBusy(true)
    try {
      await download(of, {}, `${zh}-${number}.pdf`, { id })
    } catch (err) {
      toast(zhOf(err), 'danger')
    }
    setBusy(false)
  }
  return (
    <Button kind="outline" dense fit icon="download" busy={busy} onTap={() => void take()}>
      {zh}
    </Button>
  )
}
