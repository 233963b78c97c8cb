import { BindPhone, EndPhone, GetMyPhone } from '@shared/people/phone-contract'
import { call } from '../../api/call'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { PhoneTap } from '../../ui/phone-tap'
import { toast } from '../../ui/toast'
import { Txt } from '../../ui/txt'

/** 绑定手机号: WeChat's own number, sealed; nobody but its owner reads it here. */
export function PhoneCard() {
  const load = useLoad(GetMyPhone, { params: {}, body: {} })
  const { busy, send } = useSend()
  const bind = (code: string) =>
    void send(`bind ${code}`, async (key) => {
      await call(BindPhone, { params: {}, body: { key, code } })
      toast('已绑定', 'ok')
      await load.reload()
    })
  const end = () =>
    void send('end', async (key) => {
      await call(EndPhone, { params: {}, body: { key } })
      toast('已解绑，手机号已删除', 'ok')
      await load.reload()
    })
  return (
    <Loaded load={load}>
      {({ phone }) => (
        <Card title="绑定的手机号">
          <Txt block num>
            {phone ?? '没有绑定。绑定后实名反映时不用再填；加密保存，只有您自己看得到。'}
          </Txt>
          {phone === null ? (
            <PhoneTap busy={busy !== null} onCode={bind} />
          ) : (
            <Button kind="outline" busy={busy !== null} onTap={end}>
              解绑并删除
            </Button>
          )}
        </Card>
      )}
    </Loaded>
  )
}
