export type Message = { readonly type: string; readonly bytes: Buffer }

/** Cuts a stream of PostgreSQL's protocol into whole messages, each with its type; the first one of a client has none. */
export function messages(hasStartup: boolean) {
  let held = Buffer.alloc(0)
  let isStartup = hasStartup
  const next = (): Message | null => {
    const head = isStartup ? 0 : 1
    const length = held.length < head + 4 ? Number.POSITIVE_INFINITY : head + held.readInt32BE(head)
    if (held.length < length) return null
    const bytes = held.subarray(0, length)
    const type = isStartup ? 'startup' : String.fromCharCode(bytes[0] ?? 0)
    held = held.subarray(length)
    isStartup = false
    return { type, bytes }
  }
  return (chunk: Buffer): Message[] => {
    held = Buffer.concat([held, chunk])
    const whole: Message[] = []
    for (let message = next(); message; message = next()) whole.push(message)
    return whole
  }
}

/** The SQL of a Parse or a Query message; empty for every other. */
export const sqlOf = ({ type, bytes }: Message) =>
  type === 'P' ? textAt(bytes, 5 + textAt(bytes, 5).length + 1) : type === 'Q' ? textAt(bytes, 5) : ''

const textAt = (bytes: Buffer, from: number) => bytes.toString('latin1', from, bytes.indexOf(0, from))
