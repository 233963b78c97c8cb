import type { QualificationView } from '@shared/volunteering/qualifications/contract'
import { QUALIFICATION_STANDING_ZH } from '@shared/volunteering/qualifications/qualifications'
import type { ReactNode } from 'react'
import { Box } from '../../../ui/box'
import { Tag } from '../../../ui/tag'
import { Txt } from '../../../ui/txt'

type RowProps = { readonly one: QualificationView; readonly children?: ReactNode }

export const QualificationRow = ({ one, children }: RowProps) => (
  <Box className="office-row">
    <Box className="office-words">
      <Txt block strong>
        {one.kindZh}
      </Txt>
      <Txt size="caption" tone="second" block num>
        {[`有效期到 ${one.untilOn}`, one.note, one.endNote && `作废：${one.endNote}`].filter(Boolean).join(' · ')}
      </Txt>
    </Box>
    <Box className="office-end">
      <Tag zh={QUALIFICATION_STANDING_ZH[one.standing]} tone={one.standing === 'valid' ? 'ok' : 'plain'} />
    </Box>
    {children}
  </Box>
)
