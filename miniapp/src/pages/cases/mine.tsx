import { useState } from 'react'
import { MyCaseList } from '../../features/cases/my-case-list'
import type { CaseFilter } from '../../features/cases/use-my-cases'
import { NoCases } from '../../features/reports/no-cases'
import { Screen } from '../../ui/screen'

export default function MyCasesPage() {
  const [filter, setFilter] = useState<CaseFilter>('all')
  return (
    <Screen title="我的上报">
      <MyCaseList filter={filter} onFilter={setFilter} empty={<NoCases filter={filter} />} />
    </Screen>
  )
}
