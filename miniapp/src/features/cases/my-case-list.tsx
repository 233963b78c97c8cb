import type { ReactNode } from 'react'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Choices } from '../../ui/choices'
import { Loaded } from '../../ui/loaded'
import { Skeleton } from '../../ui/skeleton'
import { CaseRow } from './case-row'
import { CASE_FILTERS, type CaseFilter, useMyCases } from './use-my-cases'

type MyCaseListProps = {
  readonly filter: CaseFilter
  readonly onFilter: (filter: CaseFilter) => void
  readonly empty: ReactNode
}

export function MyCaseList({ filter, onFilter, empty }: MyCaseListProps) {
  const { load, items, hasMore, busy, readOn } = useMyCases(filter)
  return (
    <>
      <Box className="list-filter">
        <Choices
          label="筛选"
          look="segment"
          items={CASE_FILTERS}
          picked={[filter]}
          onPick={(id) => onFilter(CASE_FILTERS.find((one) => one.id === id)?.id ?? 'all')}
        />
      </Box>
      <Loaded load={load} skeleton={<Skeleton rows={4} />}>
        {() => (items.length === 0 ? <Card>{empty}</Card> : items.map((row) => <CaseRow key={row.id} row={row} />))}
      </Loaded>
      {hasMore && (
        <Box className="list-more">
          <Button kind="outline" dense busy={busy} onTap={() => void readOn()}>
            再看一些
          </Button>
        </Box>
      )}
    </>
  )
}
