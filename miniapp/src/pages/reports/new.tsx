import { useRouter } from '@tarojs/taro'
import { ReportForm } from '../../features/reports/report-form'

export default function NewReportPage() {
  const { draft } = useRouter<{ draft?: string }>().params
  return <ReportForm draftId={draft} />
}
