import type { HoursRequestState } from '@shared/volunteering/ledger/codes'

export const LEDGER_KIND_ZH: Readonly<Record<string, string>> = {
  grant: '计入',
  reverse: '冲回',
  adjust: '更正为',
  opening: '期初',
  transfer_in: '转入',
}

export const requestTone = (state: HoursRequestState) =>
  state === 'applied' ? ('ok' as const) : state === 'refused' ? ('plain' as const) : ('warn' as const)
