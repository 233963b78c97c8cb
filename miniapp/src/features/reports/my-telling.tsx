import { GetMyTelling } from '@shared/reports/contract'
import { HideTelling } from '@shared/reports/identity-contract'
import { call } from '../../api/call'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { toast } from '../../ui/toast'
import { Txt } from '../../ui/txt'
import { AnswerLines } from './answer-lines'

/** One's own words and answers, and the way to take the words back at any time. */
export function MyTelling({ caseId }: { caseId: string }) {
  const { data, reload } = useLoad(GetMyTelling, { params: { id: caseId }, body: {} })
  const { busy, send } = useSend()
  if (!data || (data.words === '' && data.answers.length === 0)) return null
  const { words, isHidden, answers } = data
  const turn = () =>
    send(isHidden ? 'show' : 'hide', async (key) => {
      await call(HideTelling, { params: { id: caseId }, body: { key, hidden: !isHidden } })
      toast(isHidden ? '已恢复' : '已隐藏，只有审核员能看', 'ok')
      await reload()
    })
  return (
    <Card title="您写的" aside={isHidden ? '已隐藏' : '不对外公开'}>
      {words !== '' && (
        <Box className="answer-line">
          <Txt block>{words}</Txt>
          <Box className="telling-act">
            <Button kind="outline" dense fit busy={busy !== null} onTap={() => void turn()}>
              {isHidden ? '恢复给办理单位看' : '对办理单位隐藏这段文字'}
            </Button>
          </Box>
        </Box>
      )}
      <AnswerLines items={answers} />
    </Card>
  )
}
