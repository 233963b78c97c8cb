import type { Me } from '@shared/people/contract'
import { CaseAnswers } from './case-answers'
import { CaseReports } from './case-reports'

/** What came in about a case: the answers for all who work on it, the reporters for the office. */
export const ToldCase = ({ caseId, me }: { caseId: string; me: Me }) => (
  <>
    <CaseAnswers caseId={caseId} />
    <CaseReports caseId={caseId} me={me} />
  </>
)
