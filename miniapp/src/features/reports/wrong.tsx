import { Box } from '../../ui/box'
import { Icon } from '../../ui/icon'
import { Txt } from '../../ui/txt'

/** What is wrong with a field, right under it. */
export const Wrong = ({ zh }: { zh: string }) =>
  zh === '' ? null : (
    <Box as="alert" className="form-wrong report-wrong">
      <Icon name="alert-circle" size={16} />
      <Txt size="caption">{zh}</Txt>
    </Box>
  )
