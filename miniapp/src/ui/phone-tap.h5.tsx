import type { PhoneTapProps } from './phone-tap'
import { Txt } from './txt'

/** A browser has no number to give. */
export const PhoneTap = (_: PhoneTapProps) => (
  <Txt block size="caption" tone="second">
    请在微信小程序里绑定
  </Txt>
)
