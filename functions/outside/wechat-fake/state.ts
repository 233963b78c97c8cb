/** What the stand-in can be told to do wrong, as the real one does. */
export type Knobs = {
  /** Every answer waits so long. */
  latencyMs: number
  /** How many of the next calls answer -1; a share of chance where below 1. */
  busy: number
  /** After so many calls in all, 45009. */
  dailyQuota: number
  /** openids whose login is blocked (40226), and those not seen for two hours (61010). */
  blocked: Set<string>
  stale: Set<string>
  /** What is said of an openid's risk, 0 to 4; of everybody else 0. */
  risks: Map<string, number>
  /** Words that make a text risky or put it up for review, beside 违规 and 复核. */
  riskyWords: string[]
  /** By a part of a picture's address: what its check says, that it cannot be fetched, or that no answer ever comes. */
  pictures: Map<string, 'risky' | 'review' | 'unreachable' | 'never'>
  /** How a push arrives. */
  pushDelayMs: number
  pushTwice: boolean
  pushMissigned: boolean
  pushSecure: boolean
  /** Any code is a login of the person it names; otherwise only codes given out by `login`. */
  anyCode: boolean
  /** Whether everybody accepts every message; otherwise only what `accept` counted. */
  acceptAll: boolean
}

export const knobs = (): Knobs => ({
  latencyMs: 0,
  busy: 0,
  dailyQuota: Number.POSITIVE_INFINITY,
  blocked: new Set(),
  stale: new Set(),
  risks: new Map(),
  riskyWords: [],
  pictures: new Map(),
  pushDelayMs: 0,
  pushTwice: false,
  pushMissigned: false,
  pushSecure: true,
  anyCode: false,
  acceptAll: false,
})

type Token = { readonly madeAt: number; endsAt: number }
type Sent = { readonly openid: string; readonly templateId: string; readonly page: string; readonly data: unknown }

export type FakeState = {
  readonly knobs: Knobs
  readonly codes: Map<string, { openid: string; kind: 'login' | 'phone'; madeAt: number; isUsed: boolean }>
  readonly tokens: Map<string, Token>
  /** `openid templateId` to how many messages are still accepted. */
  readonly acceptances: Map<string, number>
  readonly templates: Set<string>
  readonly sending: Set<string>
  readonly sent: Sent[]
  /** Every call by its path, in order. */
  readonly calls: string[]
  /** Pushes on their way. */
  readonly pushes: Set<Promise<void>>
}

export const fakeState = (): FakeState => ({
  ...{ knobs: knobs(), codes: new Map(), tokens: new Map(), acceptances: new Map(), templates: new Set() },
  ...{ sending: new Set(), sent: [], calls: [], pushes: new Set() },
})
