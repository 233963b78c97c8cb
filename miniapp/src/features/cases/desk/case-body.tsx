import type { CaseView } from '@shared/cases/contract'
import type { ReactNode } from 'react'
import { useNow } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Txt } from '../../../ui/txt'
import { OutsideCard } from '../outside/outside-card'
import { PaperCard } from '../papers/paper-card'
import { PhotoCheckCard } from '../photos/photo-check-card'
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
  /** Reads the case again once its photos changed. */
  readonly onPhotos: () => void
}

/** All that is known of a case. */
export function CaseBody({ view, reports, like, withChain, onPhotos }: CaseBodyProps) {
  const now = useNow()
  return (
    <Box className="case-body">
      <CaseHead view={view} now={now} />
      <Box className="case-sight">
        <CaseMedia view={view} now={now} />
        <CaseMap view={view} />
      </Box>
      {view.before.length + view.after.length > 0 && (
        <PhotoCheckCard key={`${view.id} ${view.version}`} id={view.id} withKeys={!withChain} onChanged={onPhotos} />
      )}
      <HelpersCard view={view} />
      <OutsideCard view={view} />
      <DoubtCard view={view} />
      <RelapseCard view={view} />
      <SuperviseCard view={view} />
      {view.words !== '' && (
        <Card>
          <Txt selectable>{`“${view.words}”`}</Txt>
        </Card>
      )}
      {like}
      {reports}
      <PaperCard view={view} />
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
