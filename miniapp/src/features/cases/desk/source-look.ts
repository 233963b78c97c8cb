import type { CaseSource } from '@shared/cases/states'
import type { IconName } from '../../../ui/icons'

export const SOURCE_ICON: Record<CaseSource, IconName> = {
  wechat: 'camera',
  h5: 'upload',
  phone: 'phone',
  email: 'file-text',
  patrol: 'walk',
  street_walk: 'road',
  media: 'volume',
  superior: 'flag-2',
  open311: 'external-link',
}
