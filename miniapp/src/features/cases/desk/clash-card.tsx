import type { CaseView } from '@shared/cases/contract'
import { momentZh } from '@shared/kit/time'
import { now } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Icon } from '../../../ui/icon'
import { Txt } from '../../../ui/txt'

/** Somebody else was first: what the house said, and what happened meanwhile. */
export function ClashCard({ zh, view }: { zh: string; view: CaseView }) {
  const last = view.events[0]
  return (
    <Card tone="warn" className="clash">
      <Box as="alert" className="row gap-2">
        <Icon name="info-circle" size={20} className="tone-warn" />
        <Box className="grow">
          <Txt strong block>
            {zh}
          </Txt>
          {last && (
            <Txt size="caption" tone="second" block>
              {`最新一步：${last.byZh} ${momentZh(new Date(last.at), now())} ${last.zh}`}
            </Txt>
          )}
        </Box>
      </Box>
    </Card>
  )
}
