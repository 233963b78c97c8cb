/** A cell that begins so is run as a formula by a spreadsheet, in some also in its full-width or small form. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠﹦﹢﹣﹫]/

/** Text in quotes, a formula disarmed by the apostrophe a spreadsheet takes for "this is text". */
const csvCell = (value: string | number) =>
  typeof value === 'number' ? String(value) : `"${value.replace(FORMULA, "'$&").replaceAll('"', '""')}"`

export const csvLine = (cells: readonly (string | number)[]) => `${cells.map(csvCell).join(',')}\r\n`

/** The byte order mark that Excel takes for UTF-8. */
export const CSV_BOM = '\uFEFF'
