import { CheckWorkYear, GetWorkYearTable, ImportWorkYear, type WorkYearCheck } from '@shared/cases/calendar-contract'
import { useState } from 'react'
import { download } from '../../../api/download'
import { upload } from '../../../api/upload'
import { useSend } from '../../../api/use-send'
import { type PickedTable, pickTable } from '../../../device/tables'
import { toast } from '../../../ui/toast'

/** A file is chosen and tried at once; only what was tried can be written. */
export function useWorkYearTable(year: number, onDone: () => void) {
  const [table, setTable] = useState<PickedTable | null>(null)
  const [seen, setSeen] = useState<WorkYearCheck | null>(null)
  const { busy, send } = useSend()
  const check = (picked: PickedTable) =>
    send('check', async () => {
      setSeen(await upload(CheckWorkYear, { params: {}, body: { year } }, picked.ref))
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
      await upload(ImportWorkYear, { params: {}, body: { key, year, stamp } }, table.ref)
      toast(`${year} 年工作日历已更新`, 'ok')
    })
    if (!done) return void check(table)
    setTable(null)
    setSeen(null)
    onDone()
  }
  const take = () => send('take', () => download(GetWorkYearTable, { year }, `工作日历-${year}.xlsx`))
  return { table, seen, busy, pick, apply, take, recheck: () => table && check(table) }
}
