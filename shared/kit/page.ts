/** Opaque keyset cursors: the sort value and the id of the last row, so a page never skips or repeats while rows arrive. */
export type Cursor = { readonly at: string; readonly id: string }

/** A page asked of a query: what follows a row, and how many of them. */
export type Paging = { readonly after: Cursor | null; readonly size: number }

export const cursorOf = ({ at, id }: Cursor) => `${at}~${id}`

export function readCursor(text: string | undefined): Cursor | null {
  const [at, id, more] = (text ?? '').split('~')
  return at && id && more === undefined ? { at, id } : null
}

/** One row more than asked was fetched: it only tells that there is a next page. */
export function pageFrom<T>(rows: readonly T[], size: number, cursor: (row: T) => Cursor) {
  const items = rows.slice(0, size)
  const last = items.at(-1)
  return { items, next: rows.length > size && last !== undefined ? cursorOf(cursor(last)) : null }
}
