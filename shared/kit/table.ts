/** A table as people keep it in Excel or CSV: every cell is text. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] }
/** One cell that cannot be taken: where it stands, and what to write there instead. */
export type BadCell = { readonly sheet: string; readonly row: number; readonly column: string; readonly zh: string }

export type CellRead<T> = { readonly value: T } | { readonly zh: string }
type Read<T> = (text: string) => CellRead<T>
export type Cell<T> = { readonly zh: string; readonly isNeeded: boolean; readonly read: Read<T> }
type Spec = Readonly<Record<string, Cell<unknown>>>
type RowOf<S extends Spec> = { readonly [K in keyof S]: S[K] extends Cell<infer T> ? T : never }
export type ReadRow<T> = { readonly row: number; readonly value: T }

export const ROWS_MAX = 5_000
const BAD_MAX = 500

export const needed = <T>(zh: string, read: Read<T>): Cell<T> => ({
  zh,
  isNeeded: true,
  read: (text) => (text === '' ? { zh: `请填写${zh}` } : read(text)),
})
export const optional = <T>(zh: string, read: Read<T>): Cell<T | null> => ({
  zh,
  isNeeded: false,
  read: (text) => (text === '' ? { value: null } : read(text)),
})

const quoted = (text: string) => `“${text.slice(0, 20)}”`

export const line =
  (max: number): Read<string> =>
  (text) => {
    if (text.length > max) return { zh: `最多 ${max} 个字` }
    return /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u.test(text) ? { zh: '里面有看不见的字符，请删掉重写' } : { value: text }
  }

export const code: Read<string> = (text) =>
  /^[A-Za-z0-9_-]{1,16}$/.test(text) ? { value: text } : { zh: `${quoted(text)}不是编号，请用 16 个以内的字母和数字` }

export const oneOf =
  <C extends string | number>(words: readonly (readonly [C, string])[]): Read<C> =>
  (text) => {
    const found = words.find(([, zh]) => zh === text)
    return found
      ? { value: found[0] }
      : { zh: `${quoted(text)}不认识，请写${words.map(([, zh]) => `“${zh}”`).join('或')}` }
  }

/** Plain decimals only: no exponents, no blanks, no thousands separators. */
export const decimal =
  (least: number, most: number): Read<number> =>
  (text) => {
    const value = /^-?\d{1,9}(\.\d{1,15})?$/.test(text) ? Number(text) : Number.NaN
    return value >= least && value <= most ? { value } : { zh: `${quoted(text)}不是 ${least} 到 ${most} 之间的数` }
  }

export const whole =
  (least: number, most: number): Read<number> =>
  (text) => {
    const read = decimal(least, most)(text)
    return 'value' in read && !Number.isInteger(read.value) ? { zh: `${quoted(text)}不是整数` } : read
  }

type Head = { readonly at: number; readonly places: ReadonlyMap<string, number>; readonly bad: readonly BadCell[] }

/** The first line that is not blank names the columns. */
function headOf({ name, rows }: Sheet, spec: Spec): Head {
  const at = rows.findIndex((row) => row.some((cell) => cell !== ''))
  const names = (rows[at] ?? []).map((cell) => cell.replace(/[*＊\s]/g, ''))
  const known = Object.values(spec).map(({ zh }) => zh)
  const say = (column: string, zh: string) => ({ sheet: name, row: Math.max(at, 0) + 1, column, zh })
  const missing = Object.values(spec).filter(({ zh, isNeeded }) => isNeeded && !names.includes(zh))
  return {
    at,
    places: new Map(known.flatMap((zh) => (names.includes(zh) ? [[zh, names.indexOf(zh)] as const] : []))),
    bad: [
      ...missing.map(({ zh }) => say(zh, `第一行没有“${zh}”这一列，请从模板填写`)),
      ...names.flatMap((zh, i) => {
        if (zh === '') return []
        if (!known.includes(zh))
          return [say(zh.slice(0, 20), `不认识“${zh.slice(0, 20)}”这一列，请删掉或改成模板里的列名`)]
        return names.indexOf(zh) === i ? [] : [say(zh, `“${zh}”这一列出现了两次`)]
      }),
    ],
  }
}

/** Every row that reads, and every cell that does not; a row with a bad cell is not among the rows. */
export function readTable<S extends Spec>(sheet: Sheet, spec: S): { rows: ReadRow<RowOf<S>>[]; bad: BadCell[] } {
  const { at, places, bad: badHead } = headOf(sheet, spec)
  if (badHead.length > 0) return { rows: [], bad: [...badHead] }
  const rows: ReadRow<RowOf<S>>[] = []
  const bad: BadCell[] = []
  for (const [i, cells] of sheet.rows.entries()) {
    if (i <= at || cells.every((cell) => cell === '')) continue
    const row = i + 1
    const read = Object.entries(spec).map(
      ([name, cell]) => [name, cell.zh, cell.read(cells[places.get(cell.zh) ?? -1] ?? '')] as const,
    )
    const wrong = read.flatMap(([, column, one]) =>
      'zh' in one ? [{ sheet: sheet.name, row, column, zh: one.zh }] : [],
    )
    bad.push(...wrong)
    const value = Object.fromEntries(read.map(([name, , one]) => [name, 'value' in one ? one.value : null]))
    if (wrong.length === 0) rows.push({ row, value: value as RowOf<S> })
  }
  if (rows.length + bad.length === 0) bad.push({ sheet: sheet.name, row: at + 2, column: '', zh: '表里没有一行内容' })
  if (rows.length > ROWS_MAX)
    bad.push({ sheet: sheet.name, row: ROWS_MAX + 2, column: '', zh: `一次最多 ${ROWS_MAX} 行，请分几个文件` })
  return { rows, bad }
}

/** A value that stands twice where it may stand once: the second place is named. */
export function twice<T>(sheet: Sheet, rows: readonly ReadRow<T>[], column: string, of: (value: T) => string | null) {
  const first = new Map<string, number>()
  const bad: BadCell[] = []
  for (const { row, value } of rows) {
    const key = of(value)
    const earlier = key === null ? undefined : first.get(key)
    if (key === null) continue
    if (earlier === undefined) first.set(key, row)
    else bad.push({ sheet: sheet.name, row, column, zh: `“${key}”在第 ${earlier} 行已经写过` })
  }
  return bad
}

/** A row as it stands and as it will stand; `was` is null for a new one. */
export type Planned<T> = { readonly key: string; readonly was: T | null; readonly is: T }
export type Plan<T> = { readonly rows: readonly Planned<T>[]; readonly bad: readonly BadCell[] }

export const bounded = (bad: readonly BadCell[]) => bad.slice(0, BAD_MAX)

/** Same names, same values: how a table tells what changed. */
export const isSame = (a: object | null, b: object) =>
  a !== null && JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (x: object) => Object.entries(x).sort(([a], [b]) => (a < b ? -1 : 1))
