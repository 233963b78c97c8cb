import type { CaseView } from '@shared/cases/contract'
import type { ReactNode } from 'react'
import { useNow } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Txt } from '../../../ui/txt'
import { PaperCard } from '../papers/paper-card'
import { SuperviseCard } from '../supervision/supervise-card'
import { CaseHead } from './case-head'
import { CaseMap, CaseMedia } from './case-media'
import { CaseRatings, CaseStory } from './case-story'
import { Chain } from './chain'
import { DoubtCard } from './doubt-card'
import { HelpersCard } from './helpers-card'
import { RelapseCard } from './relapse-card'

type CaseBodyProps = {
  readonly view: CaseView
  /** What was reported and by whom: for the office only, so it comes from the page. */
  readonly reports: ReactNode
  /** At a desk: cases that are likely the same. */
  readonly like?: ReactNode
  /** At a desk the chain stands beside the decision. */
  readonly withChain: boolean
}

/** All that is known of a case. */
export function CaseBody({ view, reports, like, withChain }: CaseBodyProps) {
  const now = useNow()
  return (
    <Box className="case-body">
      <CaseHead view={view} now={now} />
      <Box className="case-sight">
        <CaseMedia view={view} now={now} />
        <CaseMap view={view} />
      </Box>
      <HelpersCard view={view} />
      <DoubtCard view={view} />
      <RelapseCard view={view} />
      <SuperviseCard view={view} />
      <PaperCard view={view} />
      {view.words !== '' && (
        <Card>
          <Txt selectable>{`“${view.words}”`}</Txt>
        </Card>
      )}
      {like}
      {reports}
      {withChain && (
        <Card title="责任链" aside="按位置自动匹配">
          <Chain chain={view.chain} />
        </Card>
      )}
      <CaseRatings view={view} now={now} />
      <CaseStory view={view} now={now} />
    </Box>
  )
}
