import { GetMyPhone } from '@shared/people/phone-contract'
import { useEffect, useRef } from 'react'
import { useLoad } from '../../api/use-load'
import { Card } from '../../ui/card'
import { Choices } from '../../ui/choices'
import { FormRow } from '../../ui/form-row'
import { Input } from '../../ui/input'
import { Txt } from '../../ui/txt'
import { identityOf, type ReportFields } from './drafts'

const IDENTITY = [
  { id: 'anonymous', zh: '匿名', sayZh: '审核员也看不到您' },
  { id: 'wechat', zh: '微信', sayZh: '只有审核员能联系您' },
  { id: 'real_name', zh: '实名', sayZh: '姓名电话加密保存，审核员写明理由才能看，每次都有记录' },
] as const

type IdentityCardProps = {
  readonly fields: ReportFields
  readonly wrong: { readonly field: string; readonly zh: string } | null
  readonly onSet: (is: Partial<ReportFields>) => void
}

/** Who can still see whom, whichever way it stands. */
export function IdentityCard({ fields, wrong, onSet }: IdentityCardProps) {
  const identity = identityOf(fields)
  const { name = '', phone = '' } = fields
  const wrongOf = (field: string) => (wrong?.field === field ? { wrong: wrong.zh } : {})
  return (
    <Card title="以什么身份反映">
      <Choices
        label="身份"
        look="segment"
        items={IDENTITY.map(({ id, zh }) => ({ id, zh }))}
        picked={[identity]}
        onPick={(picked) => onSet({ identity: IDENTITY.find(({ id }) => id === picked)?.id ?? 'wechat' })}
      />
      <Txt size="caption" tone="second" block className="identity-say">
        {IDENTITY.find(({ id }) => id === identity)?.sayZh}
      </Txt>
      {identity === 'real_name' && (
        <>
          <BoundPhone isWanted={phone === ''} onPhone={(bound) => onSet({ phone: bound })} />
          <FormRow label="姓名" {...wrongOf('contact.name')}>
            <Input label="姓名" value={name} max={20} onText={(text) => onSet({ name: text })} />
          </FormRow>
          <FormRow label="电话" {...wrongOf('contact.phone')}>
            <Input label="电话" value={phone} max={13} keyboard="phone" onText={(text) => onSet({ phone: text })} />
          </FormRow>
        </>
      )}
    </Card>
  )
}

/** The number bound in 我的隐私 stands there once, and may be changed. */
function BoundPhone({ isWanted, onPhone }: { isWanted: boolean; onPhone: (phone: string) => void }) {
  const bound = useLoad(GetMyPhone, { params: {}, body: {} }).data?.phone ?? null
  const isKnown = useRef(false)
  useEffect(() => {
    if (bound === null || isKnown.current) return
    isKnown.current = true
    if (isWanted) onPhone(bound)
  })
  return null
}
