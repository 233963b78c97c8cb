import { GetMyTelling } from '@shared/reports/contract'
import { useLoad } from '../../api/use-load'
import { Box } from '../../ui/box'
import { Card } from '../../ui/card'
import { Txt } from '../../ui/txt'
import { AnswerLines } from './answer-lines'

/** One's own words and answers, for nobody else to see here. */
export function MyTelling({ caseId }: { caseId: string }) {
  const { data } = useLoad(GetMyTelling, { params: { id: caseId }, body: {} })
  if (!data || (data.words === '' && data.answers.length === 0)) return null
  return (
    <Card title="您写的" aside="只给您看">
      {data.words !== '' && (
        <Box className="answer-line">
          <Txt block>{data.words}</Txt>
        </Box>
      )}
      <AnswerLines items={data.answers} />
    </Card>
  )
}
