import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Loaded } from '../../ui/loaded'
import { goInstead } from '../../ui/nav'
import { Txt } from '../../ui/txt'
import { useMyCase } from '../cases/use-my-case'
import { AcceptProgress } from '../notices/accept-messages'
import { NextSteps } from './next-steps'
import { startReportInstead } from './start'

/** 提交成功: the number, what comes when, and where it will be told. */
export function Sent({ id }: { id: string }) {
  const { load } = useMyCase(id)
  return (
    <Loaded load={load}>
      {(made) => (
        <>
          <Box className="sent-head">
            <Box quiet className="sent-disc">
              <Icon name="check" size={36} />
            </Box>
            <Box as="title">
              <Txt size="title-1" strong>
                已收到，谢谢您
              </Txt>
            </Box>
            <Txt tone="second" num selectable>
              {`编号 ${made.number}`}
            </Txt>
          </Box>
          <NextSteps made={made} />
          <Card tone="brand" className="sent-news">
            <Icon name="bell-ringing" size={24} className="tone-brand" />
            <Box className="grow">
              <Txt size="title-3" strong block>
                每一步都发到“消息”里
              </Txt>
              <Txt size="caption" tone="second" block>
                受理、派单、办结、需要您补充时各一条
              </Txt>
            </Box>
          </Card>
          <AcceptProgress />
          <Box className="sent-acts">
            <Button kind="outline" icon="camera" onTap={() => startReportInstead('camera')}>
              再拍一件
            </Button>
            <Button onTap={() => goInstead('/pages/cases/progress', { id })}>看进度</Button>
          </Box>
        </>
      )}
    </Loaded>
  )
}
