import { CertificateOffice } from '../../features/volunteering/certificates/office'
import { useCertificateOffice } from '../../features/volunteering/certificates/use-office'
import { Screen } from '../../ui/screen'

export default function CertificatesPage() {
  return (
    <Screen title="证明办理" wide className="certificate-desk">
      <Desk />
    </Screen>
  )
}

const Desk = () => <CertificateOffice hand={useCertificateOffice()} />
