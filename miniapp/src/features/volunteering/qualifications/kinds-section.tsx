import type { QualificationKind } from '@shared/volunteering/qualifications/contract'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { FormRow } from '../../../ui/form-row'
import { Input } from '../../../ui/input'
import { Section } from '../../../ui/section'
import { Sheet } from '../../../ui/sheet'
import { Tag } from '../../../ui/tag'
import { Txt } from '../../../ui/txt'
import type { QualificationHand } from './use-qualifications'

type HandProps = { readonly hand: QualificationHand }

/** 种类: what a shift may demand; an administrator keeps the list. */
export function KindsSection({ hand }: HandProps) {
  const [open, setOpen] = useState<QualificationKind | 'new' | null>(null)
  const { items = [], mayChange = false } = hand.kinds.data ?? {}
  return (
    <Section title="培训和证书种类" more={`${items.length} 种`}>
      <Card flush>
        {items.map((kind) => (
          <Box key={kind.id} className="office-row">
            <Box className="office-words">
              <Txt block strong>
                {kind.zh}
              </Txt>
              <Txt size="caption" tone="second" block>
                {kind.wayZh}
              </Txt>
            </Box>
            <Box className="office-end">
              <Tag zh={kind.isOn ? '在用' : '停用'} tone={kind.isOn ? 'ok' : 'plain'} />
            </Box>
            {mayChange && (
              <Box className="office-acts">
                <Button dense fit kind="ghost" label={`修改${kind.zh}`} onTap={() => setOpen(kind)}>
                  修改
                </Button>
              </Box>
            )}
          </Box>
        ))}
      </Card>
      {mayChange && (
        <Button kind="outline" icon="plus" onTap={() => setOpen('new')}>
          新增种类
        </Button>
      )}
      {open && <KindSheet kind={open === 'new' ? null : open} hand={hand} onClose={() => setOpen(null)} />}
    </Section>
  )
}

type SheetProps = HandProps & { readonly kind: QualificationKind | null; readonly onClose: () => void }

function KindSheet({ kind, hand: { busy, wrong, create, change }, onClose }: SheetProps) {
  const [zh, setZh] = useState(kind?.zh ?? '')
  const [wayZh, setWayZh] = useState(kind?.wayZh ?? '')
  const done = (went: boolean) => went && onClose()
  const isWhole = zh.trim() !== '' && wayZh.trim() !== ''
  const keep = () => void (kind ? change(kind, wayZh.trim(), kind.isOn) : create(zh.trim(), wayZh.trim())).then(done)
  return (
    <Sheet title={kind ? `修改：${kind.zh}` : '新增种类'} open onClose={onClose}>
      {!kind && (
        <FormRow label="名称" hint="定了不改" wrong={wrong?.field === 'zh' ? wrong.zh : ''}>
          <Input label="名称" value={zh} max={30} onText={setZh} />
        </FormRow>
      )}
      <FormRow label="怎样取得" hint="没有的人会看到这句话" wrong={wrong?.field === 'wayZh' ? wrong.zh : ''}>
        <Input label="怎样取得" value={wayZh} max={200} onText={setWayZh} />
      </FormRow>
      <Box className="sheet-act">
        <Button busy={busy} disabled={!isWhole || wayZh.trim() === kind?.wayZh} onTap={keep}>
          保存
        </Button>
        {kind && (
          <Button kind="outline" busy={busy} onTap={() => void change(kind, kind.wayZh, !kind.isOn).then(done)}>
            {kind.isOn ? '停用' : '恢复使用'}
          </Button>
        )}
      </Box>
    </Sheet>
  )
}
