import { dayZh } from '@shared/kit/time'
import { RISK_CLASS_ZH } from '@shared/volunteering/guardians'
import { now as clock } from '../../api/clock'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { confirm } from '../../ui/confirm'
import { Txt } from '../../ui/txt'
import { useConsents } from './use-guardian'

/** 监护人同意 that stands, and the way to take it back; nothing for whoever needs none. */
export function ConsentsCard({ onChanged }: { onChanged: () => void }) {
  const { live, busy, revoke } = useConsents()
  const ask = async (id: string) => {
    const yes = await confirm({
      title: '撤回监护人同意吗',
      zh: '这一类还没开始的活动会取消报名，名额让给别人。参加过的不受影响。',
      yes: '撤回同意',
      no: '保留',
      danger: true,
    })
    if (yes && (await revoke(id))) onChanged()
  }
  if (live.length === 0) return null
  return (
    <Card title="监护人同意" className="consents">
      {live.map(({ id, riskClass, at }) => (
        <Box key={id} className="row gap-2">
          <Txt className="grow" num>
            {`${RISK_CLASS_ZH[riskClass]}活动 · ${dayZh(new Date(at), clock())} 同意`}
          </Txt>
          <Button kind="outline" dense fit busy={busy} onTap={() => void ask(id)}>
            撤回
          </Button>
        </Box>
      ))}
    </Card>
  )
}
