/** The modules of a QR code, whoever made them. */
type Code = { readonly moduleCount: number; readonly isBlack: (row: number, column: number) => boolean }

/** White around a code, in modules: a camera needs it. */
export const QR_QUIET = 4

/** Black modules as an SVG path, the white around them counted in; those that lie side by side are one box. */
export const qrPath = (code: Code) => Array.from({ length: code.moduleCount }, (_, row) => runsOf(code, row)).join('')

function runsOf(code: Code, row: number) {
  let path = ''
  let length = 0
  for (let column = 0; column <= code.moduleCount; column++) {
    if (code.isBlack(row, column)) length++
    else if (length > 0) {
      path += `M${column - length + QR_QUIET} ${row + QR_QUIET}h${length}v1h-${length}z`
      length = 0
    }
  }
  return path
}
