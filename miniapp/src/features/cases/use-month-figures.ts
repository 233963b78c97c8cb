import { GetMonthFigures } from '@shared/cases/citizen-contract'
import { SMALL_CELL } from '@shared/kit/small-cells'
import { useLoad } from '../../api/use-load'
import type { Stat } from '../../ui/stats'

export function useMonthFigures() {
  const { data } = useLoad(GetMonthFigures, { params: {}, body: {} })
  if (!data) return null
  const { closed, onTimePercent, meanHours, howZh } = data
  const stats: Stat[] = [
    { value: closed === null ? `不足 ${SMALL_CELL}` : closed.toLocaleString('en-US'), unit: '件', zh: '已办结' },
    onTimePercent === null
      ? { value: '—', zh: '按时办结' }
      : { value: String(onTimePercent), unit: '%', zh: '按时办结' },
    meanHours === null ? { value: '—', zh: '平均用时' } : { value: String(meanHours), unit: '小时', zh: '平均用时' },
  ]
  return { stats, howZh }
}
