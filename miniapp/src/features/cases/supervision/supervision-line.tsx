import type { SupervisionRow } from '@shared/cases/supervision-contract'
import { momentZh } from '@shared/kit/time'
import { now } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Icon } from '../../../ui/icon'
import { go } from '../../../ui/nav'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { SupervisionTags } from './look'

/** One entry of the 督办台账. */
export const SupervisionLine = ({ row }: { row: SupervisionRow }) => (
  <Tap className="entry" onTap={() => go('/staff/cases/supervision', { id: row.id })}>
    <Box className="entry-words">
      <Txt strong block>
        {`${row.number} ${row.caseTitle}`}
      </Txt>
      <Txt size="caption" tone="second" block num>
        {[row.unitZh, `${momentZh(new Date(row.issuedAt), now())} 发`, row.caseNumber].join(' · ')}
      </Txt>
      <SupervisionTags of={row} />
    </Box>
    <Icon name="chevron-right" size={18} className="entry-arrow" />
  </Tap>
)
