import { DropFilter, ListSavedFilters, SaveFilter } from '@shared/cases/tools-contract'
import type { z } from 'zod'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { useSend } from '../../../api/use-send'
import { createStore } from '../../../ui/store'
import { toast } from '../../../ui/toast'

/** What the last write answered: the chips and the form that keeps them stand apart. */
const after = createStore<z.output<typeof ListSavedFilters.reply> | null>(null)

export function useKeptFilters() {
  const load = useLoad(ListSavedFilters, { params: {}, body: {} })
  const newest = after.use()
  return (newest ?? load.data)?.items ?? []
}

export function useKeepFilter() {
  const { busy, send } = useSend()
  const keep = (body: Omit<z.input<typeof SaveFilter.body>, 'key'>) =>
    send(`keep ${JSON.stringify(body)}`, async (key) => {
      after.set(await call(SaveFilter, { params: {}, body: { ...body, key } }))
      toast(`已存为“${body.name}”`, 'ok')
    })
  const drop = (id: string) =>
    send(`drop ${id}`, async (key) => {
      after.set(await call(DropFilter, { params: { id }, body: { key } }))
    })
  return { isBusy: busy !== null, keep, drop }
}
