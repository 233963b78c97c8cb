import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Screen } from '../../ui/screen'
import { Txt } from '../../ui/txt'
import { useNetReturn } from '../grids/use-county'
import { DraftRow } from './draft-row'
import { startReport } from './start'
import { useDrafts } from './use-drafts'

/** 我的草稿: what was not sent, and one tap that sends it all. */
export function DraftList() {
  const { drafts, ready, busy, at, sendAll, sendOne, drop } = useDrafts()
  const down = useNetReturn()
  const zh = down ? `联网后可一键提交 ${ready.length} 件` : `一键提交 ${ready.length} 件`
  const bar = ready.length > 0 && (
    <Button disabled={down} busy={busy} onTap={() => void sendAll()}>
      {busy ? '正在提交' : zh}
    </Button>
  )
  return (
    <Screen title="我的草稿" bar={bar}>
      {drafts.length === 0 ? (
        <Card>
          <Empty
            icon="clipboard-check"
            title="没有待提交的草稿"
            zh="随手拍下的问题会先存在这里"
            act="去拍一张"
            onAct={() => startReport('camera')}
          />
        </Card>
      ) : (
        <>
          {drafts.map((draft) => (
            <DraftRow
              key={draft.id}
              draft={draft}
              busy={at === draft.id}
              onSend={() => void sendOne(draft)}
              onDrop={() => void drop(draft)}
            />
          ))}
          <Box className="draft-foot">
            <Txt size="caption" tone="third">
              草稿保留 30 天。联网后不会自动提交，由您确认。
            </Txt>
          </Box>
        </>
      )}
    </Screen>
  )
}
