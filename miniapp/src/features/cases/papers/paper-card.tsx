import type { CaseView } from '@shared/cases/contract'
import { GetClosingPaper, GetDispatchPaper, GetWholePaper } from '@shared/cases/papers/contract'
import { PAPER_ZH } from '@shared/cases/papers/facts'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { PaperButton } from './paper-button'

/** The papers of a case that there are so far. */
export const PaperCard = ({ view: { id, number, unitId, state } }: { view: CaseView }) => (
  <Card title="单据" aside="PDF，下载会登记">
    <Box className="row wrap gap-2">
      {unitId !== null && <PaperButton of={GetDispatchPaper} id={id} zh={PAPER_ZH.dispatch} number={number} />}
      {state === 'closed' && <PaperButton of={GetClosingPaper} id={id} zh={PAPER_ZH.closing} number={number} />}
      <PaperButton of={GetWholePaper} id={id} zh={PAPER_ZH.whole} number={number} />
    </Box>
  </Card>
)
