import type { Standing } from '@shared/volunteering/certificates/life'
import { STANDING_ZH } from '@shared/volunteering/certificates/words'
import type { IconName } from '../../../ui/icons'
import { Tag, type TagProps } from '../../../ui/tag'

export const STANDING_LOOKS: Readonly<Record<Standing, { tone: NonNullable<TagProps['tone']>; icon: IconName }>> = {
  requested: { tone: 'brand', icon: 'hourglass' },
  refused: { tone: 'plain', icon: 'circle-x' },
  valid: { tone: 'ok', icon: 'circle-check' },
  corrected: { tone: 'warn', icon: 'alert-circle' },
  superseded: { tone: 'warn', icon: 'switch-horizontal' },
  revoked: { tone: 'danger', icon: 'circle-x' },
}

export const StandingTag = ({ standing }: { standing: Standing }) => (
  <Tag {...STANDING_LOOKS[standing]} zh={STANDING_ZH[standing]} />
)
