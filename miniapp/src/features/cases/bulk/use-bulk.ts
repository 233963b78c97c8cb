import { BULK_MAX, type BulkLine, type BulkMove, PreviewBulk, TransitionCases } from '@shared/cases/bulk-contract'
import type { CaseRow } from '@shared/cases/contract'
import type { RejectReason } from '@shared/cases/states'
import { transitionOf } from '@shared/cases/transitions'
import { useState } from 'react'
import { call } from '../../../api/call'
import { newKey } from '../../../api/key'
import { zhOf } from '../../../api/use-send'
import { toast } from '../../../ui/toast'
import { HOLD_MS, holdBack } from '../desk/held'

/** What is filled in once for all of them. */
export type BulkForm = {
  readonly move: BulkMove
  readonly note: string
  readonly conditions: readonly string[]
  readonly unit: { readonly id: string; readonly zh: string } | null
  readonly master: { readonly id: string; readonly zh: string } | null
  readonly rejectReason: RejectReason | null
  readonly target: string
}

const EMPTY_FORM: BulkForm = {
  ...{ move: 'dispatch', note: '', conditions: [], unit: null, master: null, rejectReason: null, target: '' },
}

const bodyOf = ({ unit, master, conditions, ...form }: BulkForm, rows: readonly CaseRow[]) => ({
  ...form,
  ...{ conditions: [...conditions], unitId: unit?.id ?? null, masterId: master?.id ?? null },
  cases: rows.map(({ id, version }) => ({ id, version })),
})

/** Cases that are ticked, the form that is filled in once, and the look at what each would become. */
export function useBulk() {
  const [rows, setRows] = useState<readonly CaseRow[] | null>(null)
  const [lines, setLines] = useState<readonly BulkLine[] | null>(null)
  const [busy, setBusy] = useState(false)
  const [form, setForm] = useState(EMPTY_FORM)
  const has = (id: string) => rows?.some((row) => row.id === id) ?? false
  const toggle = (row: CaseRow) => {
    const now = rows ?? []
    if (has(row.id)) return setRows(now.filter(({ id }) => id !== row.id))
    if (now.length >= BULK_MAX) return toast(`一次最多 ${BULK_MAX} 件`, 'danger')
    setRows([...now, row])
  }
  const look = async () => {
    setBusy(true)
    try {
      setLines((await call(PreviewBulk, { params: {}, body: bodyOf(form, rows ?? []) })).items)
    } catch (err) {
      toast(zhOf(err), 'danger')
    }
    setBusy(false)
  }
  /** Held like any decision: eight seconds in which nothing has left. What comes back comes back as it was filled in. */
  const decide = () => {
    const able = (rows ?? []).filter(({ id }) => lines?.some((line) => line.id === id && line.isOk))
    holdBulk(form, able, () => {
      setRows(rows)
      setForm(form)
    })
    setRows(null)
    setForm(EMPTY_FORM)
    setLines(null)
  }
  return {
    ...{ rows, lines, busy, form, has, toggle, look, decide },
    set: (is: Partial<BulkForm>) => setForm({ ...form, ...is }),
    start: () => {
      setRows(rows === null ? [] : null)
      setForm(EMPTY_FORM)
    },
    all: (shown: readonly CaseRow[]) => setRows(shown.slice(0, BULK_MAX)),
    again: () => setLines(null),
  }
}
export type Bulk = ReturnType<typeof useBulk>

function holdBulk(form: BulkForm, rows: readonly CaseRow[], undo: () => void) {
  const key = newKey()
  const { zh } = transitionOf(form.move)
  const send = async () => {
    try {
      const { items } = await call(TransitionCases, { params: {}, body: { ...bodyOf(form, rows), key } })
      const failed = items.filter(({ isOk }) => !isOk)
      const done = items.length - failed.length
      if (failed.length === 0) return toast(`${done} 件已${zh}`, 'ok')
      const first = failed[0]
      toast(`${done} 件已${zh}，${failed.length} 件没有：${first?.number} ${first?.zh}`, 'danger', { staysMs: HOLD_MS })
    } catch (err) {
      toast(`批量${zh}没有发出：${zhOf(err)}`, 'danger', { staysMs: HOLD_MS })
      undo()
    }
  }
  holdBack({ id: key, caseIds: rows.map(({ id }) => id), zh: `${rows.length} 件将${zh}`, send, undo })
}
