import { ListAttendanceFailures } from '@shared/volunteering/offline/contract'
import type { AnomalyState } from '@shared/volunteering/spot-checks/anomalies'
import { CALL_BACK_RESULT_ZH, type CallBackResult } from '@shared/volunteering/spot-checks/call-backs'
import {
  GetCallBackFigures,
  ListAnomalies,
  ListCallBacks,
  RecordCallBack,
  ReviewAnomaly,
} from '@shared/volunteering/spot-checks/contract'
import { useState } from 'react'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { usePages } from '../../../api/use-pages'
import { useSend } from '../../../api/use-send'
import { toast } from '../../../ui/toast'

export function useAnomalies() {
  const [state, setState] = useState<AnomalyState>('open')
  const list = usePages(ListAnomalies, { params: {}, body: { state } })
  const { busy, send } = useSend()
  const review = (id: string, note: string) =>
    send(`review ${id} ${note}`, async (key) => {
      await call(ReviewAnomaly, { params: { id }, body: { key, note } })
      toast('已标为已核，时长没有变动', 'ok')
      await list.load.reload()
    })
  return { ...list, state, setState, sending: busy !== null, review }
}

export function useCallBacks() {
  const [month, setMonth] = useState<string | null>(null)
  const load = useLoad(ListCallBacks, { params: {}, body: month === null ? {} : { month } })
  const figures = useLoad(GetCallBackFigures, { params: {}, body: {} })
  const { busy, send } = useSend()
  const answer = (recordId: string, result: CallBackResult, note: string) =>
    send(`call back ${recordId} ${result} ${note}`, async (key) => {
      await call(RecordCallBack, { params: { id: recordId }, body: { key, result, note } })
      toast(`已记下：${CALL_BACK_RESULT_ZH[result]}`, 'ok')
      await Promise.all([load.reload(), figures.reload()])
    })
  return { load, figures, month: month ?? load.data?.month ?? null, setMonth, sending: busy !== null, answer }
}

export const useFailures = () => usePages(ListAttendanceFailures, { params: {}, body: {} })
