import { shanghai } from '@shared/kit/time'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { goInstead } from '../../ui/nav'
import { toast } from '../../ui/toast'
import { Txt } from '../../ui/txt'
import { useNetReturn } from '../grids/use-county'

type ReportBarProps = {
  /** When the draft was last written; null while there is nothing to keep. */
  readonly keptAt: number | null
  readonly busy: boolean
  /** Danger: first the call, then the report. */
  readonly stopped: string
  readonly onSubmit: () => void
}

/** Without a network 提交 becomes 存草稿: it is kept already, and says where. */
export function ReportBar({ keptAt, busy, stopped, onSubmit }: ReportBarProps) {
  const down = useNetReturn()
  const leave = () => {
    toast('已存到草稿，联网后可一键提交', 'ok')
    goInstead('/pages/reports/drafts')
  }
  return (
    <>
      {keptAt !== null && (
        <Box as="status" className="kept-at">
          <Icon name="device-floppy" size={16} />
          <Txt size="micro" num>
            {`草稿已存 ${shanghai(new Date(keptAt)).clock}`}
          </Txt>
        </Box>
      )}
      {down ? (
        <Button icon="device-floppy" disabled={keptAt === null} onTap={leave}>
          存草稿
        </Button>
      ) : (
        <Button busy={busy} disabled={stopped !== ''} onTap={onSubmit}>
          {busy ? '正在提交' : stopped || '提交'}
        </Button>
      )}
    </>
  )
}
