import type { CaseView } from '@shared/cases/contract'
import { CASE_SOURCE_ZH, URGENCY_ZH } from '@shared/cases/words'
import { momentZh } from '@shared/kit/time'
import { Box } from '../../../ui/box'
import { Tag } from '../../../ui/tag'
import { Txt } from '../../../ui/txt'
import { ClockBadge } from './clock-badge'
import { StateChip } from './state-chip'

/** Number, title, state and the time that is left. */
export const CaseHead = ({ view, now }: { view: CaseView; now: Date }) => (
  <Box className="work-head">
    <Box className="row wrap gap-2">
      <Box as="title">
        <Txt size="title-1" strong>
          {view.title}
        </Txt>
      </Box>
      <StateChip state={view.state} />
      <ClockBadge of={view} now={now} />
    </Box>
    <Txt size="caption" tone="second" block selectable num>
      {[view.number, `${momentZh(new Date(view.submittedAt), now)} 来自${CASE_SOURCE_ZH[view.source]}`].join(' · ')}
    </Txt>
    <Box className="row wrap gap-2 case-tags">
      <Tag zh={view.categoryZh} icon="circle-dot" tone="brand" />
      {view.urgency !== 'general' && <Tag zh={URGENCY_ZH[view.urgency]} icon="alert-triangle" tone="warn" />}
      {view.gridZh !== '' && <Tag zh={view.gridZh} icon="map-pin" />}
      {view.unitZh !== '' && <Tag zh={view.unitZh} icon="building" />}
      {view.followers > 1 && <Tag zh={`${view.followers} 人反映`} icon="users" />}
      <Tag zh={publicZh(view)} icon={view.isPublic ? 'eye' : 'shield-check'} />
    </Box>
  </Box>
)

const publicZh = ({ isPublic, isWithheld }: CaseView) => {
  if (isWithheld) return '反映人不同意公开'
  return isPublic ? '公开' : '不公开'
}
