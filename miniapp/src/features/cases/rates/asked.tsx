import { RATE_ZH } from '@shared/cases/rates'
import { DecideExclusion, type ExclusionView } from '@shared/cases/rates-contract'
import { call } from '../../../api/call'
import { useSend } from '../../../api/use-send'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Txt } from '../../../ui/txt'

type AskedProps = { readonly items: readonly ExclusionView[]; readonly onDecided: () => void }

/** 剔除 that waits for a second person. */
export function AskedExclusions({ items, onDecided }: AskedProps) {
  const { busy, send } = useSend()
  const decide = async (id: string, agrees: boolean) => {
    const done = await send(`${id} ${agrees}`, async (key) => {
      await call(DecideExclusion, { params: { id }, body: { key, agrees } })
    })
    if (done) onDecided()
  }
  if (items.length === 0) return null
  return (
    <Card title="待同意的剔除">
      {items.map(({ id, caseTitle, caseNumber, rate, reason, mayDecide }) => (
        <Box key={id}>
          <Txt block>{`${caseTitle}，从${RATE_ZH[rate]}里剔除`}</Txt>
          <Txt size="caption" tone="second" block>{`${caseNumber} · ${reason}`}</Txt>
          {mayDecide && (
            <Box className="row gap-2">
              <Button dense busy={busy !== null} onTap={() => void decide(id, true)}>
                同意剔除
              </Button>
              <Button kind="outline" dense busy={busy !== null} onTap={() => void decide(id, false)}>
                不同意
              </Button>
            </Box>
          )}
        </Box>
      ))}
    </Card>
  )
}
