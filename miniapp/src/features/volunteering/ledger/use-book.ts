import { shanghai } from '@shared/kit/time'
import {
  ExportHoursJournal,
  ExportServiceRecords,
  GetHoursTotals,
  ListHoursExports,
  VerifyHoursLedger,
} from '@shared/volunteering/ledger/book-contract'
import type { HoursExportKind } from '@shared/volunteering/ledger/codes'
import { FreezeServiceReport, ListServiceReports } from '@shared/volunteering/ledger/report-contract'
import { useState } from 'react'
import { call } from '../../../api/call'
import { now } from '../../../api/clock'
import { download } from '../../../api/download'
import { useLoad } from '../../../api/use-load'
import { usePages } from '../../../api/use-pages'
import { useSend, zhOf } from '../../../api/use-send'
import { toast } from '../../../ui/toast'

const FILES = {
  records: { e: ExportServiceRecords, name: '服务记录', end: 'csv' },
  journal: { e: ExportHoursJournal, name: '时长账', end: 'journal' },
} as const

export function useBook() {
  const totals = useLoad(GetHoursTotals, { params: {}, body: {} })
  const chain = useLoad(VerifyHoursLedger, { params: {}, body: {} })
  const taken = usePages(ListHoursExports, { params: {}, body: {} })
  const [taking, setTaking] = useState(false)
  const take = async (kind: HoursExportKind, reason: string) => {
    const { e, name, end } = FILES[kind]
    setTaking(true)
    try {
      await download(e, { reason }, `${name}-${shanghai(now()).day}.${end}`)
      toast('已导出，导出人和用途已登记', 'ok')
      await taken.load.reload()
      setTaking(false)
      return true
    } catch (err) {
      toast(zhOf(err), 'danger')
      setTaking(false)
      return false
    }
  }
  return { totals, chain, taken, taking, take }
}
export type BookHand = ReturnType<typeof useBook>

export function useReports() {
  const load = useLoad(ListServiceReports, { params: {}, body: {} })
  const { busy, send } = useSend()
  const freeze = (year: number) =>
    send(`freeze ${year}`, async (key) => {
      await call(FreezeServiceReport, { params: {}, body: { key, year } })
      toast(`${year} 年报告已定稿`, 'ok')
      await load.reload()
    })
  return { load, busy: busy !== null, freeze }
}
