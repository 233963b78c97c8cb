const LONGEST = 2_000

/** One JSON line on standard error; errors by name, message and the first lines of their stack. */
export function logLine(line: Readonly<Record<string, unknown>>) {
  const said = Object.fromEntries(
    Object.entries(line).map(([name, value]) => [name, value instanceof Error ? errorText(value) : value]),
  )
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...said })}\n`)
}

function errorText(err: Error): string {
  const cause = err.cause instanceof Error ? ` <- ${err.cause.message}` : ''
  return `${(err.stack ?? err.message).split('\n').slice(0, 6).join(' | ')}${cause}`.slice(0, LONGEST)
}
