/// <reference path="../../../shared/kit/uqrcodejs.d.ts" />
import { QR_QUIET, qrPath } from '@shared/kit/qr-path'
import UQRCode from 'uqrcodejs'

/** A QR code as black runs on white; M bears a scratch on a phone in the sun. */
export function qrSvg(text: string): string {
  const code = new UQRCode()
  code.data = text
  code.errorCorrectLevel = UQRCode.errorCorrectLevel.M
  code.make()
  const side = code.moduleCount + QR_QUIET * 2
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${side} ${side}' shape-rendering='crispEdges'><path fill='#fff' d='M0 0h${side}v${side}H0z'/><path d='${qrPath(code)}'/></svg>`
}

/** For `background-image`: WeChat has no element for a drawing. */
export const qrImage = (text: string) => `url("data:image/svg+xml,${encodeURIComponent(qrSvg(text))}")`
