/// <reference path="./uqrcodejs.d.ts" />
import UQRCode from 'uqrcodejs'

/** White around a code, in modules: a camera needs it. */
const QUIET = 4

/** A QR code as black runs on white; M bears a scratch on a phone in the sun. */
export function qrSvg(text: string): string {
  const code = new UQRCode()
  code.data = text
  code.errorCorrectLevel = UQRCode.errorCorrectLevel.M
  code.make()
  const rows = Array.from({ length: code.moduleCount }, (_, row) => runsOf(code, row))
  const side = code.moduleCount + QUIET * 2
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${side} ${side}' shape-rendering='crispEdges'><path fill='#fff' d='M0 0h${side}v${side}H0z'/><path d='${rows.join('')}'/></svg>`
}

/** Black modules that lie side by side are one box. */
function runsOf(code: UQRCode, row: number) {
  let path = ''
  let length = 0
  for (let column = 0; column <= code.moduleCount; column++) {
    if (code.isBlack(row, column)) length++
    else if (length > 0) {
      path += `M${column - length + QUIET} ${row + QUIET}h${length}v1h-${length}z`
      length = 0
    }
  }
  return path
}

/** For `background-image`: WeChat has no element for a drawing. */
export const qrImage = (text: string) => `url("data:image/svg+xml,${encodeURIComponent(qrSvg(text))}")`
