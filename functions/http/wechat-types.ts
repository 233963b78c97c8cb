/** What a content check says: `unknown` where WeChat gave no answer; everything but `pass` waits for a person. */
export type Verdict = 'pass' | 'review' | 'risky' | 'unknown'
export type TextChecked = { readonly suggest: Verdict; readonly label: number | null; readonly traceId: string | null }

/** What became of a message. `gone`: the person no longer accepts it; `busy`: try later; `bad`: it can never be sent. */
export type MessageSent = { readonly sent: 'sent' | 'gone' | 'busy' | 'bad'; readonly why: string }
export type Message = {
  readonly openid: string
  readonly templateId: string
  readonly page: string
  readonly data: Readonly<Record<string, { readonly value: string }>>
}

/** The WeChat calls the house needs; the fake of a demo answers the very same client. */
export type WeChat = {
  /** jscode2session; refuses with a Refusal when the code is bad, used or blocked. */
  readonly openidOf: (code: string) => Promise<string>
  /** The phone number behind a one-time code of this very person, without the country's code. */
  readonly phoneOf: (code: string, openid: string) => Promise<string>
  /** msgSecCheck v2 of at most 2 500 characters a piece; never throws, an error is `unknown`. */
  readonly checkText: (openid: string, content: string) => Promise<TextChecked>
  /** mediaCheckAsync v2: the trace its answer will come under by push; null where WeChat did not take it. */
  readonly checkPicture: (openid: string, url: string) => Promise<string | null>
  readonly sendMessage: (message: Message) => Promise<MessageSent>
  /** getUnlimitedQRCode: `scene` of at most 32 visible characters, `page` without a leading slash. */
  readonly codePicture: (scene: string, page: string) => Promise<Uint8Array<ArrayBuffer>>
  /** generateUrlLink of a page for so many days, at most 30. */
  readonly linkTo: (path: string, query: string, days: number) => Promise<string>
  /** getUserRiskRank 0 to 4, of what a person writes; null where WeChat does not say. Never the only reason to refuse. */
  readonly riskRank: (openid: string, address: string) => Promise<number | null>
}

/** Where the access token lies between calls and isolates. */
export type TokenStore = {
  readonly find: (appid: string, now: Date) => Promise<string | null>
  readonly keep: (appid: string, token: string, expiresAt: Date) => Promise<void>
}

/** How the message push is told to be WeChat's; an empty token shuts the door, an empty key means plain mode. */
export type PushKeys = { readonly appid: string; readonly token: string; readonly key: string }
