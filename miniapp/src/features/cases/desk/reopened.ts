import { createStore } from '../../../ui/store'

/** A form to open again when its case comes in sight; `zh` says why its decision did not stand. */
export type Reopened = { readonly caseId: string; readonly planId: string; readonly zh: string | null }

const reopened = createStore<readonly Reopened[]>([])

export const useReopened = (caseId: string) => reopened.use().find((one) => one.caseId === caseId)
export const forget = (caseId: string) => reopened.set(reopened.get().filter((one) => one.caseId !== caseId))

/** Opening a form by hand does not hush why its decision did not stand. */
export function reopen(one: Reopened) {
  const before = reopened.get().find(({ caseId }) => caseId === one.caseId)
  forget(one.caseId)
  reopened.set([...reopened.get(), { ...one, zh: one.zh ?? before?.zh ?? null }])
}
