import { MyCertificates, RequestBar } from '../../features/volunteering/certificates/my-certificates'
import { useMyCertificates } from '../../features/volunteering/certificates/use-certificates'
import { Screen } from '../../ui/screen'

export default function MyCertificatesPage() {
  const hand = useMyCertificates()
  return (
    <Screen title="我的证明" bar={<RequestBar hand={hand} />}>
      <MyCertificates hand={hand} />
    </Screen>
  )
}
