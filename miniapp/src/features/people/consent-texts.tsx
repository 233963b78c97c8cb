import { type ConsentText, ListConsentTexts, PublishConsentText } from '@shared/people/consent-contract'
import { useState } from 'react'
import { call } from '../../api/call'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'
import { Area } from '../../ui/area'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { confirm } from '../../ui/confirm'
import { FormRow } from '../../ui/form-row'
import { Loaded } from '../../ui/loaded'
import { toast } from '../../ui/toast'

const TEXT_MAX = 2000

/** 同意书: a new version asks everybody anew; the old one stays on record. */
export function ConsentTexts() {
  const load = useLoad(ListConsentTexts, { params: {}, body: {} })
  return (
    <Loaded load={load}>
      {({ items }) => (
        <Box className="pairs">
          {items.map((text) => (
            <TextCard key={`${text.kind} ${text.version}`} now={text} reload={load.reload} />
          ))}
        </Box>
      )}
    </Loaded>
  )
}

function TextCard({ now, reload }: { now: ConsentText; reload: () => Promise<void> }) {
  const { kind, version, zh, given } = now
  const [text, setText] = useState(now.text)
  const { busy, send } = useSend()
  const publish = async () => {
    const sure = await confirm({
      title: `发布“${zh}”第 ${version + 1} 版吗`,
      zh: `现在 ${given} 人的同意将不再有效，他们下次用到时会重新被征求同意。`,
      yes: '发布新版本',
    })
    if (!sure) return
    await send(`${kind} ${version} ${text}`, async (key) => {
      await call(PublishConsentText, { params: {}, body: { key, kind, version, text } })
      toast('已发布', 'ok')
      await reload()
    })
  }
  return (
    <Card title={zh}>
      <FormRow label={`第 ${version} 版`} hint={`${given} 人同意`}>
        <Area label={`${zh}的文本`} value={text} max={TEXT_MAX} onText={setText} />
      </FormRow>
      <Button
        kind="outline"
        busy={busy !== null}
        disabled={text.trim() === '' || text.trim() === now.text}
        label={`发布新版本：${zh}`}
        onTap={() => void publish()}
      >
        发布新版本
      </Button>
    </Card>
  )
}
