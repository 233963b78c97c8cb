import { Empty } from '../../ui/empty'
import type { CaseFilter } from '../cases/use-my-cases'
import { startReport } from './start'

const SAYS: Record<CaseFilter, { readonly title: string; readonly zh: string }> = {
  all: { title: '还没有反映过问题', zh: '看见井盖松了、垃圾没人收，随手拍一张就行' },
  yes: { title: '没有正在办理的', zh: '办完的在“已办结”里' },
  no: { title: '还没有办结的', zh: '正在办的在“办理中”里' },
}

export const NoCases = ({ filter }: { filter: CaseFilter }) => (
  <Empty
    icon="clipboard-list"
    {...SAYS[filter]}
    {...(filter === 'no' ? {} : { act: '去拍一张', onAct: () => startReport('camera') })}
  />
)
