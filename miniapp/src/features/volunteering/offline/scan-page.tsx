import type { CodeDirection } from '@shared/volunteering/codes'
import type { ShiftKit } from '@shared/volunteering/offline/contract'
import { useState } from 'react'
import { now } from '../../../api/clock'
import { scanLive } from '../../../device/scan-live'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { Empty } from '../../../ui/empty'
import { Icon } from '../../../ui/icon'
import { Txt } from '../../../ui/txt'
import { CodePanel } from '../code-panel'
import { fullSpanZh } from '../say'
import type { Look } from './look'
import { PersonSheet } from './person-sheet'
import { FailuresCard, PendingCard, RefusedCard } from './queue-cards'
import type { ScanHand } from './use-scan'

const DIRECTIONS = [
  { id: 'in', zh: '扫码签到' },
  { id: 'out', zh: '扫码签退' },
] as const
const LOOK_ICON = { ok: 'circle-check', warn: 'alert-circle', danger: 'circle-x' } as const

/** People come in the first half and leave in the second. */
const firstOf = ({ startsAt, endsAt }: ShiftKit): CodeDirection =>
  now().getTime() * 2 > Date.parse(startsAt) + Date.parse(endsAt) ? 'out' : 'in'

type Props = { readonly shiftId: string; readonly hand: ScanHand }

export function ScanPage({ shiftId, hand }: Props) {
  const { kit, kitZh, pending, refused } = hand
  return (
    <Box className="stack">
      {kit ? (
        <Scanning kit={kit} hand={hand} />
      ) : (
        <Empty
          icon="wifi-off"
          title="还没有离线签到包"
          zh={kitZh === '' ? '在有网络的地方打开一次这一页，到了现场没有网络也能签到' : kitZh}
        />
      )}
      {(kit || pending.length > 0) && (
        <PendingCard count={pending.length} busy={hand.busy} onSend={() => void hand.upload()} />
      )}
      {refused.map((entry) => (
        <RefusedCard key={entry.nonce} entry={entry} onDrop={() => void hand.letGo(entry.nonce)} />
      ))}
      {kit && <CodePanel shiftId={shiftId} first={firstOf(kit)} kit={kit} />}
      <FailuresCard key={pending.length} shiftId={shiftId} />
    </Box>
  )
}

type SheetKind = 'forced' | 'ticked'

function Scanning({ kit, hand }: { kit: ShiftKit; hand: ScanHand }) {
  const [direction, setDirection] = useState<CodeDirection>(() => firstOf(kit))
  const [sheet, setSheet] = useState<SheetKind | null>(null)
  const { look, kitZh } = hand
  return (
    <>
      <Box className="board-head">
        <Txt size="title-2" strong block>
          {kit.title}
        </Txt>
        <Txt size="caption" tone="second" block num>
          {`${fullSpanZh(kit)} · 离线名单 ${kit.roster.length} 人`}
        </Txt>
      </Box>
      {kitZh !== '' && (
        <Card tone="warn">
          <Txt>{kitZh}</Txt>
        </Card>
      )}
      <Card>
        <Choices
          label="扫码做什么"
          look="segment"
          items={DIRECTIONS}
          picked={[direction]}
          onPick={(id) => setDirection(id === 'out' ? 'out' : 'in')}
        />
        {look && <Said look={look} />}
        <Box className="scan-acts">
          {scanLive && (
            <Button icon="scan" onTap={() => void hand.scan(direction)}>
              {direction === 'in' ? '扫志愿者的码签到' : '扫志愿者的码签退'}
            </Button>
          )}
          {look?.tone === 'danger' && (
            <Button kind="outline" icon="user-check" onTap={() => setSheet('forced')}>
              认得本人，写明原因放行
            </Button>
          )}
          <Button kind={scanLive ? 'ghost' : 'primary'} icon="pencil" onTap={() => setSheet('ticked')}>
            没码登记
          </Button>
        </Box>
      </Card>
      {sheet && (
        <PersonSheet
          roster={kit.roster}
          first={sheet === 'forced' ? (look?.person ?? null) : null}
          direction={direction}
          isForced={sheet === 'forced'}
          onClose={() => setSheet(null)}
          onDone={(person, reason) => {
            hand.tick(person, direction, reason, sheet === 'forced')
            setSheet(null)
          }}
        />
      )}
    </>
  )
}

/** Read at arm's length, in the sun: one word, a sign and whose it was. */
const Said = ({ look: { tone, big, zh } }: { look: Look }) => (
  <Box as="alert" className={`scan-said scan-${tone}`}>
    <Icon name={LOOK_ICON[tone]} size={28} />
    <Box className="grow">
      <Box className="scan-big">
        <Txt strong>{big}</Txt>
      </Box>
      <Txt block>{zh}</Txt>
    </Box>
  </Box>
)
