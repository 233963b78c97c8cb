/// <reference path="../../../shared/kit/uqrcodejs.d.ts" />
import UQRCode from 'uqrcodejs'
import { QR_QUIET } from '../../../shared/kit/qr-path'

/** A QR code as its modules; M bears a fold in the paper. */
export function codeOf(text: string) {
  const code = new UQRCode()
  code.data = text
  code.errorCorrectLevel = UQRCode.errorCorrectLevel.M
  code.make()
  return code
}
export type Code = ReturnType<typeof codeOf>

export const sideOf = ({ moduleCount }: Code) => moduleCount + QR_QUIET * 2

/** Black runs of a row: where each begins and how long it is, in modules. */
export function runsOf(code: Code, row: number) {
  const runs: { from: number; length: number }[] = []
  for (let column = 0; column < code.moduleCount; column++) {
    if (!code.isBlack(row, column)) continue
    const last = runs.at(-1)
    if (last && last.from + last.length === column) last.length++
    else runs.push({ from: column, length: 1 })
  }
  return runs
}
