import { Box } from '../../ui/box'
import { Txt } from '../../ui/txt'
import { useCounty } from '../grids/use-county'
import { Bell } from '../notices/bell'

/** The county's own word, and its bell. */
export function Brand() {
  const county = useCounty()
  return (
    <>
      <Box as="page-title" className="brand-place">
        <Txt className="brand-word">{county?.brand ?? '文明随手拍'}</Txt>
      </Box>
      <Bell />
    </>
  )
}
