/** What a database said, read the same way from PGlite, node-postgres and Neon: drizzle wraps the driver's error as `cause`. */
type Said = { code: string; constraint: string | undefined }

export function saidBy(err: unknown): Said | null {
  for (let at: unknown = err, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth++) {
    const { code, constraint } = at as Error & { code?: unknown; constraint?: unknown }
    if (typeof code === 'string') return { code, constraint: typeof constraint === 'string' ? constraint : undefined }
  }
  return null
}

/** True when a unique, check, exclusion or foreign key constraint of this name refused the write. */
export const brokenConstraint = (err: unknown, name: string) => {
  const said = saidBy(err)
  return said?.code.startsWith('23') === true && said.constraint === name
}

const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'])

/** The outcome is unknown or the database is away; the phone may send the same key again. */
export function isAway(err: unknown) {
  const code = saidBy(err)?.code
  if (code === undefined)
    return err instanceof Error && /fetch failed|timeout exceeded|terminated/i.test(String(err.cause ?? err))
  return NETWORK.has(code) || code.startsWith('08') || code.startsWith('57P') || code === '53300' || code === '53100'
}
