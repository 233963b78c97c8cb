import type { OrderClocks, OrderMove, OrderState } from './moves'

export type OrderAsk = {
  readonly move: OrderMove
  readonly note: string
  readonly teamId: string | null
  readonly masterId: string | null
  readonly agreedAt: Date | null
  /** An existing activity, or a small one made with it. */
  readonly activity: boolean
  readonly photos: readonly string[]
  readonly stars: number | null
}
/** What the house looked up for the ask. */
export type OrderGiven = {
  readonly at: Date
  readonly clocks: OrderClocks
  readonly led: readonly string[]
  /** The team that was named. */
  readonly team: { readonly isCentre: boolean; readonly isClosed: boolean } | null
  /** The order it is merged into. */
  readonly master: { readonly id: string; readonly state: OrderState } | null
}
