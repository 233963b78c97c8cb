import { Box } from '../../ui/box'
import { Card } from '../../ui/card'
import { Toggle } from '../../ui/toggle'
import { Txt } from '../../ui/txt'

/** Who can still see whom, in five words, whichever way it stands. */
export const AnonymousCard = ({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) => (
  <Card className="anonymous">
    <Txt>匿名反映</Txt>
    <Box className="anonymous-side">
      <Txt size="caption" tone="second">
        {on ? '审核员也看不到您' : '只有审核员能联系您'}
      </Txt>
      <Toggle label="匿名反映" on={on} onChange={onChange} />
    </Box>
  </Card>
)
