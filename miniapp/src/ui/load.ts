/** Why something did not come, in what a person needs to know of it. */
export type Failure = {
  readonly zh: string
  readonly kind: 'offline' | 'signed_out' | 'not_found' | 'other'
  /** For whoever has to look it up; empty when the request never arrived. */
  readonly requestId: string
}

/** What a hook knows of something being read; `keptAt` is set while only the kept copy of that moment is shown. */
export type Load<T> = {
  readonly data: T | undefined
  readonly failure: Failure | null
  readonly loading: boolean
  readonly keptAt: Date | null
  readonly reload: () => Promise<void>
}
