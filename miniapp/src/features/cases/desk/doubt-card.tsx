import type { CaseView } from '@shared/cases/contract'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Icon } from '../../../ui/icon'
import { Txt } from '../../../ui/txt'

/** 疑点: what to look at twice before closing; it stops nobody. */
export const DoubtCard = ({ view: { doubts } }: { view: CaseView }) =>
  doubts.length === 0 ? null : (
    <Card tone="warn" title="反馈有疑点" aside="供核查参考">
      {doubts.map(({ code, zh }) => (
        <Box key={code} className="row gap-2">
          <Icon name="info-circle" size={18} className="tone-warn" />
          <Txt className="grow">{zh}</Txt>
        </Box>
      ))}
    </Card>
  )
