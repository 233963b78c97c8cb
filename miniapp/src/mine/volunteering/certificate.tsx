import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { PublicView } from '../../features/volunteering/certificates/public-view'
import { usePublicCertificate } from '../../features/volunteering/certificates/use-public'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'

export default function CertificatePage() {
  const { k = '' } = useRouter<{ k: string }>().params
  const load = usePublicCertificate(k)
  useShareAppMessage(() => ({ title: '志愿服务记录证明', path: `/mine/volunteering/certificate?k=${k}` }))
  return (
    <Screen title="证明查验">
      <Loaded load={load}>{(certificate) => <PublicView id={k} certificate={certificate} />}</Loaded>
    </Screen>
  )
}
