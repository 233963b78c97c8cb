import type { CaseView } from '@shared/cases/contract'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { useMe } from '../../people/use-me'
import { useDeskKeys } from '../desk/desk-keys'
import { IssueSheet } from './issue-sheet'
import { SupervisionLine } from './supervision-line'
import { mayReadSupervisions, useCaseSupervisions } from './use-supervisions'

/** 督办 of one case: what was issued, and issuing another where that is open. */
export function SuperviseCard({ view }: { view: CaseView }) {
  const { data } = useMe()
  return data && mayReadSupervisions(data) ? <Entries view={view} /> : null
}

function Entries({ view: { id, version } }: { view: CaseView }) {
  const load = useCaseSupervisions(id)
  const [isOpen, setOpen] = useState(false)
  const { items = [], colours = [] } = load.data ?? {}
  const mayIssue = colours.length > 0
  useDeskKeys(mayIssue ? [{ key: 'g', zh: '挂牌督办', act: () => setOpen(true) }] : [])
  if (items.length === 0 && !mayIssue) return null
  return (
    <Card title="督办" flush={items.length > 0}>
      {items.map((row) => (
        <SupervisionLine key={row.id} row={row} />
      ))}
      {mayIssue && (
        <Button kind="outline" dense icon="gavel" onTap={() => setOpen(true)}>
          挂牌督办
        </Button>
      )}
      {isOpen && (
        <IssueSheet
          key={version}
          caseId={id}
          colours={colours}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false)
            void load.reload()
          }}
        />
      )}
    </Card>
  )
}
