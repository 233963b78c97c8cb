import type { MaskBox } from '../../shared/files/boxes'
import type { Limits } from '../../shared/kit/limits'
import type { Paper } from '../../shared/kit/paper'
import type { MessageTemplates } from '../../shared/notices/templates'
import type { Actor } from '../../shared/people/roles'
import type { Factor } from '../../shared/people/second-factor'
import type { Send, Sent } from '../db/sends'
import type { Db } from '../db/types'
import type { PushKeys, WeChat } from './wechat-types'

export type Known = { readonly actor: Actor; readonly sent: Sent | null; readonly factor: Factor }

/** Who sent the token, and what this person already sent under the key: one round trip. */
export type WhoIs = (token: string, key: string | null) => Promise<Known | null>

/** Where the bytes of photos live: a folder, or any S3-compatible bucket. Keys are ours and never a person's file name. */
export type FileStore = {
  readonly put: (key: string, bytes: Uint8Array, mime: string) => Promise<void>
  readonly get: (key: string) => Promise<Uint8Array | null>
  readonly remove: (key: string) => Promise<void>
}

/** Where phones put photos and read them by themselves, by links that are signed for minutes: a bucket, if it is let. */
export type DirectStore = {
  readonly origin: string
  readonly putLink: (
    key: string,
    of: { readonly mime: string; readonly sizeBytes: number },
    seconds: number,
  ) => Promise<{ url: string; headers: Record<string, string> }>
  readonly getLink: (key: string, seconds: number) => Promise<string>
  /** Reads no more than so much of what somebody else put there. */
  readonly read: (key: string, bytesMax: number) => Promise<Uint8Array | 'too_large' | null>
}

/** Pixels: null where the platform cannot decode (the edge); then the cleaned photo itself stands in. */
export type Pictures = {
  readonly thumbnail: (bytes: Uint8Array) => Promise<{ bytes: Uint8Array; mime: string }>
  /** One byte a pixel, squeezed to this size. */
  readonly grey: (bytes: Uint8Array, width: number, height: number) => Promise<Uint8Array>
  /** A new upright picture in which nothing is left of what lay under the boxes; null where no box lies in it. */
  readonly mask: (
    bytes: Uint8Array,
    boxes: readonly MaskBox[],
  ) => Promise<{ bytes: Uint8Array; width: number; height: number } | null>
} | null

/** A picture to hand around: what it was, what it is, and the code that leads to its page. */
export type Card = {
  readonly brand: string
  readonly title: string
  readonly lines: readonly string[]
  readonly before: Uint8Array
  readonly after: Uint8Array
  readonly link: string
}

/** A certificate as a picture: big words, facts below, and the code that leads to its page. */
export type Poster = {
  readonly title: string
  readonly name: string
  readonly hours: string
  readonly lines: readonly string[]
  readonly unit: string
  readonly dayZh: string
  readonly foot: readonly string[]
  readonly link: string
}

/** Papers and cards with fonts of their own: null where the platform has neither fonts nor a decoder (the edge). */
export type Press = {
  readonly pdf: (paper: Paper, photos: ReadonlyMap<string, Uint8Array>, at: Date) => Promise<Uint8Array<ArrayBuffer>>
  readonly card: (card: Card) => Promise<Uint8Array<ArrayBuffer>>
  readonly poster: (poster: Poster) => Promise<Uint8Array<ArrayBuffer>>
} | null

/** Whom to believe about where a request comes from: the socket, the last proxy before us, or the platform's own header. */
export type AddressFrom = 'socket' | 'proxy' | 'platform'

/** One answered request: `path` is the pattern, never the address itself. */
export type Observed = {
  readonly verb: string
  readonly path: string
  readonly status: number
  readonly ms: number
}
/** Counts of this process: null where processes come and go (the edge). */
export type Metrics = {
  readonly observe: (seen: Observed) => void
  readonly text: () => Promise<string>
  readonly type: string
}

/** All of the outside world the rooms may touch; built once in serve.ts, edge.ts or a test. */
export type Deps = {
  readonly db: Db
  readonly now: () => Date
  readonly newId: () => string
  /** 256 random bits as base64url, for tokens. */
  readonly newSecret: () => string
  readonly files: FileStore
  /** Null where every photo goes through the house. */
  readonly direct: DirectStore | null
  readonly pictures: Pictures
  readonly press: Press
  readonly wechat: WeChat
  readonly wechatPush: PushKeys
  readonly templates: MessageTemplates
  /** Where WeChat can fetch our pictures, e.g. https://wm.example.gov.cn; empty where it cannot. */
  readonly publicUrl: string
  /** Makes what is new: photo links, check-in codes, seals; at least 32 characters. */
  readonly secret: string
  /** What opens and proves: the secret first, then the former one while SECRET_OLD names it. */
  readonly secrets: readonly string[]
  /** Signs what the mail gateway brings; empty where no gateway may. */
  readonly mailSecret: string
  /** Signs certificates: an Ed25519 seed or PKCS8 as base64url; empty where none may be issued. */
  readonly certificateKey: string
  /** Whom to believe about where a request comes from. */
  readonly addressFrom: AddressFrom
  /** How many calls a minute are answered. */
  readonly limits: Limits
  /** True when REQUIRE_TOTP=1: the office works with a second factor only. */
  readonly isFactorRequired: boolean
  /** True only when DEMO=1: accounts can be chosen from a list. */
  readonly demo: boolean
  readonly log: (line: Readonly<Record<string, unknown>>) => void
  /** One line a request: verb, pattern, status and time. */
  readonly logsRequests: boolean
  readonly metrics: Metrics | null
  /** Whoever reads the counts sends it; empty where nobody may. */
  readonly metricsToken: string
  /** What must answer before work is taken: the database, the store of the photos. */
  readonly probes: Readonly<Record<string, () => Promise<unknown>>>
  readonly version: string
}

export type Env = { Variables: { deps: Deps; whoIs: WhoIs; requestId: string } }
export type { Send, Sent }
