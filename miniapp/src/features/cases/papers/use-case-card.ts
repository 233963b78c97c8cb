import { GetCaseCard } from '@shared/cases/papers/contract'
import { useState } from 'react'
import { download } from '../../../api/download'
import { zhOf } from '../../../api/use-send'
import { toast } from '../../../ui/toast'

/** 分享图: a browser saves the picture, WeChat offers to send or keep it. */
export function useCaseCard(id: string, number: string) {
  const [busy, setBusy] = useState(false)
  const take = async () => {
    setBusy(true)
    try {
      await download(GetCaseCard, {}, `整改前后-${number}.png`, { id })
    } catch (err) {
      toast(zhOf(err), 'danger')
    }
    setBusy(false)
  }
  return { busy, take }
}
