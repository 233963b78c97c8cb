import { momentZh } from '@shared/kit/time'
import { type ConsentView, GetMyConsents, GiveMyConsent, WithdrawMyConsent } from '@shared/people/consent-contract'
import { call } from '../../api/call'
import { useNow } from '../../api/clock'
import { forgetGiven } from '../../api/consents'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { confirm } from '../../ui/confirm'
import { Loaded } from '../../ui/loaded'
import { toast } from '../../ui/toast'
import { Txt } from '../../ui/txt'

/** 我的同意: each text as it holds now, what was said to it, and the other answer. */
export function ConsentCards() {
  const load = useLoad(GetMyConsents, { params: {}, body: {} })
  return (
    <Loaded load={load}>
      {({ items }) => items.map((view) => <ConsentCard key={view.kind} view={view} reload={load.reload} />)}
    </Loaded>
  )
}

/** Taking it back has an end that cannot be undone. */
const DOUBT: Readonly<Record<ConsentView['kind'], string>> = {
  privacy_policy: '撤回后不能再登记为志愿者。要删除已有的信息，请申请注销账号。',
  precise_location: '撤回后反映时在地图上点位置，签到时不给位置。',
  phone: '撤回后，您留下的手机号立即删除，办理人员联系不上您。',
  publishing: '撤回后，您反映的问题立即从公开页面撤下，办理不受影响。',
}

function ConsentCard({ view, reload }: { view: ConsentView; reload: () => Promise<void> }) {
  const { kind, version, zh, text, isGiven } = view
  const { busy, send } = useSend()
  const say = (isYes: boolean) =>
    void send(`${kind} ${isYes}`, async (key) => {
      forgetGiven()
      if (isYes) await call(GiveMyConsent, { params: {}, body: { key, kind, version } })
      else await call(WithdrawMyConsent, { params: {}, body: { key, kind } })
      toast(isYes ? '已同意' : '已撤回', 'ok')
      await reload()
    })
  const withdraw = async () => {
    if (await confirm({ title: `撤回“${zh}”的同意吗`, zh: DOUBT[kind], yes: '撤回同意', danger: true })) say(false)
  }
  return (
    <Card title={zh}>
      <Txt block>{text}</Txt>
      <StandsAs view={view} />
      <Button
        kind="outline"
        busy={busy !== null}
        label={isGiven ? `撤回同意：${zh}` : `同意：${zh}`}
        onTap={() => (isGiven ? void withdraw() : say(true))}
      >
        {isGiven ? '撤回同意' : '同意'}
      </Button>
    </Card>
  )
}

function StandsAs({ view: { isGiven, at, version } }: { view: ConsentView }) {
  const now = useNow()
  const when = at === null ? '' : momentZh(new Date(at), now)
  return (
    <Txt block size="caption" tone="second">
      {isGiven ? `已同意第 ${version} 版 · ${when}` : '没有同意'}
    </Txt>
  )
}
