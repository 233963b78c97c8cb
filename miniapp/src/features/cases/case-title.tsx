import type { CaseState } from '@shared/cases/states'
import { Box } from '../../ui/box'
import { Txt } from '../../ui/txt'
import { CaseChip } from './case-chip'

/** What it is and where it stands: the first line of every page about one case. */
export const CaseTitle = ({ title, state }: { readonly title: string; readonly state: CaseState }) => (
  <Box className="case-title">
    <Box as="title" className="grow">
      <Txt size="title-2" strong>
        {title}
      </Txt>
    </Box>
    <CaseChip state={state} />
  </Box>
)
