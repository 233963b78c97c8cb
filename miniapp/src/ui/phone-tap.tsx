import { Button } from '@tarojs/components'
import { toast } from './toast'
import { Txt } from './txt'

export type PhoneTapProps = {
  readonly busy: boolean
  /** A one-time code the server turns into the number; the phone never sees the number itself. */
  readonly onCode: (code: string) => void
}

/** WeChat gives the number's code to a button of its own only, after the person chose the number. */
export const PhoneTap = ({ busy, onCode }: PhoneTapProps) => (
  <Button
    className={`tap button button-outline${busy ? ' is-busy' : ''}`}
    openType="getPhoneNumber"
    hoverClass="is-pressed"
    disabled={busy}
    onGetPhoneNumber={({ detail }) => {
      const { code } = detail as { code?: string }
      if (code) onCode(code)
      else toast('没有绑定，随时可以再来')
    }}
  >
    <Txt strong>用微信手机号绑定</Txt>
  </Button>
)
