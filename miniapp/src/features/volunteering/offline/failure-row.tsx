import { momentZh } from '@shared/kit/time'
import type { FailureView } from '@shared/volunteering/offline/contract'
import { CODE_DIRECTION_ZH } from '@shared/volunteering/words'
import { now } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Txt } from '../../../ui/txt'

const atZh = (moment: string) => momentZh(new Date(moment), now())

/** One registration that did not count: whose, why, when it was made and when it came. */
export const FailureRow = ({ failure, about = '' }: { failure: FailureView; about?: string }) => (
  <Box className="office-row">
    <Box className="office-words">
      <Txt strong block>
        {`${failure.name || '没认出是谁'} · ${CODE_DIRECTION_ZH[failure.direction]}`}
      </Txt>
      <Txt size="caption" tone="danger" block>
        {failure.zh}
      </Txt>
      <Txt size="caption" tone="second" block num>
        {[about, `${atZh(failure.deviceAt)} 登记`, `${atZh(failure.serverAt)} 上传`, failure.reason]
          .filter(Boolean)
          .join(' · ')}
      </Txt>
    </Box>
  </Box>
)
