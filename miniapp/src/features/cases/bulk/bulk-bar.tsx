import { BULK_MAX } from '@shared/cases/bulk-contract'
import type { CaseRow } from '@shared/cases/contract'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { BulkSheet } from './bulk-sheet'
import type { Bulk } from './use-bulk'

/** Under the list while cases are ticked: how many, all of them, and what to do with them. */
export function BulkBar({ bulk, shown }: { bulk: Bulk; shown: readonly CaseRow[] }) {
  const [isOpen, setOpen] = useState(false)
  const n = bulk.rows?.length ?? 0
  if (bulk.rows === null) return null
  return (
    <Box as="group" className="bulk-bar" label="批量办理">
      <Txt strong num>{`已选 ${n} 件`}</Txt>
      <Tap className="link-line" onTap={() => bulk.all(shown)}>
        <Txt size="caption">{`全选列出的${shown.length > BULK_MAX ? `前 ${BULK_MAX} 件` : ''}`}</Txt>
      </Tap>
      <Box className="grow" />
      <Button dense fit disabled={n === 0} onTap={() => setOpen(true)}>
        批量办理
      </Button>
      {isOpen && (
        <BulkSheet
          bulk={bulk}
          onClose={() => {
            bulk.again()
            setOpen(false)
          }}
        />
      )}
    </Box>
  )
}
