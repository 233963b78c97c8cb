import { callPhone } from '../../device/call-phone'
import { Card } from '../../ui/card'
import { Entry } from '../../ui/entry'

/** National numbers, the same in every county. */
export const HOTLINE = '12345'

export const HelpLines = () => (
  <Card flush>
    <Entry icon="phone" title={`打电话反映 ${HOTLINE}`} zh="有人接听，帮您登记" onTap={() => callPhone(HOTLINE)} />
    <Entry icon="alert-triangle" title="有人受伤、着火、触电" zh="请先拨 110、119、120" />
  </Card>
)
