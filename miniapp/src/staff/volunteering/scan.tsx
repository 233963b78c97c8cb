import './board.scss'
import './scan.scss'
import { useRouter } from '@tarojs/taro'
import { ScanPage } from '../../features/volunteering/offline/scan-page'
import { useScan } from '../../features/volunteering/offline/use-scan'
import { Screen } from '../../ui/screen'

export default function ShiftScanPage() {
  const { id = '' } = useRouter<{ id: string }>().params
  const hand = useScan(id)
  return (
    <Screen title="现场扫码">
      <ScanPage shiftId={id} hand={hand} />
    </Screen>
  )
}
