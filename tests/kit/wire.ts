/** How two who talk through a proxy are read along. */
export type Wire = {
  readonly asked: () => (chunk: Buffer) => Message[]
  readonly told: () => (chunk: Buffer) => Message[]
  /** The SQL that a message brings; empty for every other. */
  readonly sqlOf: (message: Message) => string
  /** The message without which nothing is committed. */
  readonly isCommit: (message: Message) => boolean
  /** What a client waits for. */
  readonly isAnswer: (message: Message) => boolean
}

export type Message = { readonly type: string; readonly bytes: Buffer }

/** Cuts a stream into whole messages; `first` reads the one that stands at the beginning, null while it is not all there. */
function cutting(first: (held: Buffer) => Message | null) {
  let held = Buffer.alloc(0)
  return (chunk: Buffer): Message[] => {
    held = Buffer.concat([held, chunk])
    const whole: Message[] = []
    for (let message = first(held); message; message = first(held)) {
      held = held.subarray(message.bytes.length)
      whole.push(message)
    }
    return whole
  }
}

/** PostgreSQL's protocol: each message has its type; the first one of a client has none. */
function messages(hasStartup: boolean) {
  let isStartup = hasStartup
  return cutting((held) => {
    const head = isStartup ? 0 : 1
    const length = held.length < head + 4 ? Number.POSITIVE_INFINITY : head + held.readInt32BE(head)
    if (held.length < length) return null
    const bytes = held.subarray(0, length)
    const type = isStartup ? 'startup' : String.fromCharCode(bytes[0] ?? 0)
    isStartup = false
    return { type, bytes }
  })
}

/** Ready, a question about the password, an error. */
const ENDS = new Set(['Z', 'R', 'E'])

export const POSTGRES: Wire = {
  asked: () => messages(true),
  told: () => messages(false),
  // A Parse or a Query.
  sqlOf: ({ type, bytes }) =>
    type === 'P' ? textAt(bytes, 5 + textAt(bytes, 5).length + 1) : type === 'Q' ? textAt(bytes, 5) : '',
  isCommit: ({ type }) => type === 'S',
  // Ready for the next: only now is what went before it committed.
  isAnswer: ({ type }) => ENDS.has(type),
}

const HEAD_ENDS = '\r\n\r\n'
const bodyAt = (bytes: Buffer) => bytes.indexOf(HEAD_ENDS) + HEAD_ENDS.length

/** HTTP with the length of every body stated. */
const exchanges = () =>
  cutting((held) => {
    if (!held.includes(HEAD_ENDS)) return null
    const from = bodyAt(held)
    const [, length = '0'] = /^content-length: *(\d+)/im.exec(held.toString('latin1', 0, from)) ?? []
    const end = from + Number(length)
    return held.length < end ? null : { type: 'http', bytes: held.subarray(0, end) }
  })

/** Neon's SQL over HTTP: one request a statement, which is committed when it is answered. */
export const NEON: Wire = {
  asked: exchanges,
  told: exchanges,
  sqlOf: ({ bytes }) => bytes.toString('utf8', bodyAt(bytes)),
  isCommit: () => true,
  isAnswer: () => true,
}

const textAt = (bytes: Buffer, from: number) => bytes.toString('latin1', from, bytes.indexOf(0, from))
