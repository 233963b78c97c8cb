/** Cuts a stream of PostgreSQL's protocol into whole messages, each with its type; the first one of a client has none. */
export function messages(hasStartup: boolean) {
  let held = Buffer.alloc(0)
  let isStartup = hasStartup
  return (chunk: Buffer): { type: string; bytes: Buffer }[] => {
    held = Buffer.concat([held, chunk])
    const whole = []
    for (;;) {
      const head = isStartup ? 0 : 1
      if (held.length < head + 4) return whole
      const length = head + held.readInt32BE(head)
      if (held.length < length) return whole
      const bytes = held.subarray(0, length)
      held = held.subarray(length)
      whole.push({ type: isStartup ? 'startup' : String.fromCharCode(bytes[0] ?? 0), bytes })
      isStartup = false
    }
  }
}

/** The SQL of a Parse or a Query message; empty for every other. */
export const sqlOf = ({ type, bytes }: { type: string; bytes: Buffer }) =>
  type === 'P' ? textAt(bytes, 5 + textAt(bytes, 5).length + 1) : type === 'Q' ? textAt(bytes, 5) : ''

const textAt = (bytes: Buffer, from: number) => bytes.toString('latin1', from, bytes.indexOf(0, from))
