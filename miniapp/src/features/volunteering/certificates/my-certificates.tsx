import { ID_KIND_ZH } from '@shared/volunteering/certificates/words'
import { useState } from 'react'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { confirm } from '../../../ui/confirm'
import { Empty } from '../../../ui/empty'
import { Entry } from '../../../ui/entry'
import { Loaded } from '../../../ui/loaded'
import { MoreButton } from '../../../ui/more-button'
import { Txt } from '../../../ui/txt'
import { CertificateRow } from './certificate-row'
import { NameSheet } from './name-sheet'
import { RequestSheet } from './request-sheet'
import type { MyCertificatesHand } from './use-certificates'

export const MyCertificates = ({ hand }: { hand: MyCertificatesHand }) => (
  <Box className="stack">
    <Loaded load={hand.name}>{({ realName }) => <NameCard hand={hand} realName={realName} />}</Loaded>
    <Loaded load={hand.load}>{() => <Rows hand={hand} />}</Loaded>
    <Txt size="caption" tone="second" block>
      任何人凭证明上的二维码都能查到编号、时长和现在的状态，查不到手机号和证件号码。
    </Txt>
  </Box>
)

type Held = NonNullable<MyCertificatesHand['name']['data']>['realName']

function NameCard({ hand, realName }: { hand: MyCertificatesHand; realName: Held }) {
  const [open, setOpen] = useState(false)
  const drop = async () => {
    const title = '删除实名信息？'
    const zh = '已出具证明里封存的姓名和证件号码一起删除，证明仍可查验。'
    if (await confirm({ title, zh, yes: '删除实名信息', danger: true })) await hand.dropName()
  }
  return (
    <Card flush label="实名信息">
      <Entry
        icon="shield-check"
        title={realName ? `${realName.nameMasked} · ${ID_KIND_ZH[realName.idKind]}` : '登记实名信息'}
        zh={realName ? realName.idMasked : '证明上要写姓名和证件号码'}
        onTap={() => setOpen(true)}
      />
      {realName && <Entry icon="trash" tone="danger" title="删除实名信息" onTap={() => void drop()} />}
      {open && <NameSheet hand={hand} onClose={() => setOpen(false)} />}
    </Card>
  )
}

const Rows = ({ hand: { items, hasMore, busy, more } }: { hand: MyCertificatesHand }) =>
  items.length === 0 ? (
    <Empty icon="certificate" title="还没有证明" zh="有已认定的服务记录后，可以向记录单位申请" />
  ) : (
    <>
      {items.map((certificate) => (
        <CertificateRow key={certificate.id} certificate={certificate} />
      ))}
      {hasMore && <MoreButton busy={busy} onTap={() => void more()} />}
    </>
  )

/** Without a name or hours it says what is missing, by leading there. */
export function RequestBar({ hand }: { hand: MyCertificatesHand }) {
  const [open, setOpen] = useState(false)
  const teams = hand.load.data?.teams ?? []
  const realName = hand.name.data?.realName
  if (teams.length === 0) return null
  return (
    <>
      <Button icon="certificate" onTap={() => setOpen(true)}>
        申请志愿服务记录证明
      </Button>
      {open && !realName && <NameSheet hand={hand} onClose={() => setOpen(false)} />}
      {open && realName && <RequestSheet hand={hand} teams={teams} onClose={() => setOpen(false)} />}
    </>
  )
}
