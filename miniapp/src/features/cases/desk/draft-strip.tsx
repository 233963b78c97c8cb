import type { Me } from '@shared/people/contract'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Icon } from '../../../ui/icon'
import { Tap } from '../../../ui/tap'
import { toast } from '../../../ui/toast'
import { Txt } from '../../../ui/txt'
import { isBusy, useHold } from './held'
import { type MoveDraft, moveDrafts } from './move-drafts'
import { sendDraft } from './send-drafts'

type DraftStripProps = {
  readonly me: Me
  /** The case that lies open beside the list: its form is in sight anyway. */
  readonly openId: string | null
  readonly onOpen: (caseId: string, planId: string) => void
  readonly onSent: () => void
}

/** Decisions that were written and did not leave the phone: one tap sends them all, or opens one. */
export function DraftStrip({ me, openId, onOpen, onSent }: DraftStripProps) {
  const held = useHold()
  const isElsewhere = ({ personId, caseId }: MoveDraft) =>
    personId === me.id && caseId !== openId && !isBusy(held, caseId)
  const drafts = moveDrafts.use().filter(({ fields }) => isElsewhere(fields))
  const [isSending, setSending] = useState(false)
  if (drafts.length === 0) return null
  const sendAll = async () => {
    setSending(true)
    const failed: string[] = []
    for (const draft of drafts) {
      const zh = await sendDraft(draft, me)
      if (zh) failed.push(zh)
    }
    setSending(false)
    const sent = drafts.length - failed.length
    if (failed[0]) toast(failed[0], 'danger')
    else toast(`${sent} 件已发出`, 'ok')
    if (sent > 0) onSent()
  }
  return (
    <Box as="section" className="draft-strip" label="没有发出的办理">
      <Box className="between gap-2">
        <Box className="row gap-2">
          <Icon name="device-floppy" size={18} />
          <Txt strong>{`${drafts.length} 件写了还没发出`}</Txt>
        </Box>
        <Button kind="soft" dense fit busy={isSending} onTap={() => void sendAll()}>
          全部发出
        </Button>
      </Box>
      {drafts.map(({ id, photos, fields: { caseId, planId, planZh, title } }) => (
        <Tap key={id} className="move-draft" onTap={() => onOpen(caseId, planId)}>
          <Txt size="caption" cut className="grow">{`${planZh}：${title}`}</Txt>
          {photos.length > 0 && <Txt size="micro" tone="second">{`${photos.length} 张照片`}</Txt>}
          <Icon name="chevron-right" size={16} />
        </Tap>
      ))}
    </Box>
  )
}
