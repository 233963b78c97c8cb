import { ListMyQualifications } from '@shared/volunteering/qualifications/contract'
import { useLoad } from '../../../api/use-load'
import { Card } from '../../../ui/card'
import { QualificationRow } from './record-row'

/** 我的培训和证书: recorded by the leader or the office, shown to whom they are about. */
export function MyQualificationsCard() {
  const items = useLoad(ListMyQualifications, { params: {}, body: {} }).data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card flush title="我的培训和证书">
      {items.map((one) => (
        <QualificationRow key={one.id} one={one} />
      ))}
    </Card>
  )
}
