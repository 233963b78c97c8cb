import { ApplyImport, CheckImport, type ImportCheck, type ImportKind } from '@shared/points/import-contract'
import { useState } from 'react'
import { upload } from '../../api/upload'
import { useSend } from '../../api/use-send'
import { type PickedTable, pickTable } from '../../device/tables'
import { toast } from '../../ui/toast'

/** A file is chosen and tried at once; only what was tried can be written. */
export function useImport(kind: ImportKind) {
  const [table, setTable] = useState<PickedTable | null>(null)
  const [seen, setSeen] = useState<ImportCheck | null>(null)
  const { busy, send } = useSend()
  const check = (picked: PickedTable) =>
    send('check', async () => {
      setSeen(await upload(CheckImport, { params: { kind }, body: {} }, picked.ref))
    })
  const pick = async () => {
    const picked = await pickTable()
    if (!picked) return
    setTable(picked)
    setSeen(null)
    await check(picked)
  }
  const apply = async () => {
    const stamp = seen?.stamp
    if (!table || !stamp) return
    const done = await send(`apply ${stamp}`, async (key) => {
      const { fresh, changed } = await upload(ApplyImport, { params: { kind }, body: { key, stamp } }, table.ref)
      toast(`已写入：新增 ${fresh}，修改 ${changed}`, 'ok')
    })
    if (done) {
      setTable(null)
      setSeen(null)
    } else await check(table)
  }
  return { table, seen, busy, pick, apply, recheck: () => table && check(table) }
}
