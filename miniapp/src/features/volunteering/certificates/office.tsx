import type { OfficeCertificate } from '@shared/volunteering/certificates/contract'
import {
  CERTIFICATE_STATES,
  CERTIFICATE_TRANSITIONS,
  type CertificateOfficeMove,
} from '@shared/volunteering/certificates/life'
import { ID_KIND_ZH } from '@shared/volunteering/certificates/words'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choices } from '../../../ui/choices'
import { Empty } from '../../../ui/empty'
import { Loaded } from '../../../ui/loaded'
import { MoreButton } from '../../../ui/more-button'
import { Txt } from '../../../ui/txt'
import { MoveSheet } from './move-sheet'
import { StandingTag } from './standing-tag'
import type { CertificateOfficeHand } from './use-office'

const STATE_ZH = { requested: '待出具', issued: '已出具', superseded: '已被替代', revoked: '已撤销', refused: '未出具' }

export function CertificateOffice({ hand }: { hand: CertificateOfficeHand }) {
  const counts = hand.load.data?.counts
  return (
    <Box className="stack">
      <Choices
        label="按状态"
        look="tag"
        items={CERTIFICATE_STATES.map((id) => ({ id, zh: `${STATE_ZH[id]} ${counts?.[id] ?? 0}` }))}
        picked={[hand.state]}
        onPick={(id) => hand.setState(CERTIFICATE_STATES.find((one) => one === id) ?? 'requested')}
      />
      <Loaded load={hand.load}>{() => <Rows hand={hand} />}</Loaded>
    </Box>
  )
}

function Rows({ hand }: { hand: CertificateOfficeHand }) {
  const [asked, setAsked] = useState<{ move: CertificateOfficeMove; of: OfficeCertificate } | null>(null)
  if (hand.items.length === 0) return <Empty icon="certificate" title={`没有${STATE_ZH[hand.state]}的证明`} />
  return (
    <>
      <Card flush>
        {hand.items.map((of) => (
          <Row key={of.id} of={of} onMove={(move) => setAsked({ move, of })} />
        ))}
      </Card>
      {hand.hasMore && <MoreButton busy={hand.busy} onTap={() => void hand.more()} />}
      {asked && (
        <MoveSheet
          {...asked}
          busy={hand.sending}
          onClose={() => setAsked(null)}
          onSend={(given) => void hand.act(asked.of, asked.move, given).then((done) => done && setAsked(null))}
        />
      )}
    </>
  )
}

type RowProps = { readonly of: OfficeCertificate; readonly onMove: (move: CertificateOfficeMove) => void }

const Row = ({ of, onMove }: RowProps) => (
  <Box className="certificate-line">
    <Box className="grow">
      <Box className="row wrap gap-2">
        <Txt strong>{`${of.nameMasked} · ${of.teamName}`}</Txt>
        <StandingTag standing={of.standing} />
      </Box>
      {factsOf(of).map((zh) => (
        <Txt key={zh} size="caption" tone="second" block num>
          {zh}
        </Txt>
      ))}
    </Box>
    <Box className="row wrap gap-2">
      {of.moves.map((move) => (
        <Button
          key={move}
          dense
          fit
          kind={move === 'issue' ? 'soft' : 'ghost'}
          label={`${CERTIFICATE_TRANSITIONS[move].zh}：${of.nameMasked}`}
          onTap={() => onMove(move)}
        >
          {CERTIFICATE_TRANSITIONS[move].zh}
        </Button>
      ))}
    </Box>
  </Box>
)

const idZh = ({ idKind, idMasked }: OfficeCertificate) =>
  idKind ? `${ID_KIND_ZH[idKind]} ${idMasked}` : '申请人已删除实名信息'

function factsOf(of: OfficeCertificate) {
  const { totals, records, fromDay, toDay, volunteerNumber, number, supersedesNumber, issuedByZh, reason } = of
  const { all, supplemented } = totals
  return [
    `${fromDay} 至 ${toDay} · ${records} 次 · ${all.hours} 小时（${all.minutes} 分钟，其中补录 ${supplemented.minutes}）`,
    `志愿者编号 ${volunteerNumber} · ${idZh(of)}`,
    [number, issuedByZh && `${issuedByZh}出具`].filter(Boolean).join(' · '),
    supersedesNumber ? `将替代 ${supersedesNumber}` : '',
    reason && `理由：${reason}`,
  ].filter(Boolean)
}
