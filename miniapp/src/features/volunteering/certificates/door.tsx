import { Card } from '../../../ui/card'
import { Entry } from '../../../ui/entry'
import { go } from '../../../ui/nav'

/** From the hours to the papers about them. */
export const CertificateDoor = () => (
  <Card flush>
    <Entry
      icon="certificate"
      title="我的证明"
      zh="申请、下载志愿服务记录证明"
      onTap={() => go('/mine/volunteering/certificates')}
    />
  </Card>
)
