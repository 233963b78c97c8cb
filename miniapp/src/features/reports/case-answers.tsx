import { ListCaseAnswers } from '@shared/reports/contract'
import { useLoad } from '../../api/use-load'
import { Card } from '../../ui/card'
import { AnswerLines } from './answer-lines'

/** What the reporter answered, as far as the reader may see it. */
export function CaseAnswers({ caseId }: { caseId: string }) {
  const { data } = useLoad(ListCaseAnswers, { params: { id: caseId }, body: {} })
  if (!data || data.items.length === 0) return null
  return (
    <Card title="补充回答">
      <AnswerLines items={data.items} />
    </Card>
  )
}
